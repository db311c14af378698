package org.openengagement.ledger.events.recordkeeping;

import java.util.List;
import org.openengagement.ledger.events.EventName;

/**
 * Entry 0: the ledger begins.
 *
 * @param origin the name of the log, a URL prefix without scheme and trailing slash
 * @param zone the time zone whose days the ledger counts, an IANA name
 * @param languages the ledger's languages, BCP 47, the first one first
 * @param entryFormat always {@code oel-entry/v1}
 * @param verifierKey the log's public key as a C2SP vkey
 */
@EventName("LedgerOpened")
public record LedgerOpened(String origin, String zone, List<String> languages, String entryFormat, String verifierKey)
        implements RecordkeepingEvent {}
