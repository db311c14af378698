package org.openengagement.ledger.events.recordkeeping;

import org.openengagement.ledger.events.LedgerEvent;

/** The family of facts about the ledger itself. */
public sealed interface RecordkeepingEvent extends LedgerEvent permits LedgerOpened, ImportRunOpened, ImportRunClosed {}
