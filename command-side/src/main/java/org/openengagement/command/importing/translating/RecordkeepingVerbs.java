package org.openengagement.command.importing.translating;

import java.util.List;
import org.openengagement.ledger.events.recordkeeping.ImportRunClosed;
import org.openengagement.ledger.events.recordkeeping.ImportRunOpened;
import org.openengagement.ledger.events.recordkeeping.LedgerOpened;

/** What a ledger says of itself: each ledger says it anew. */
final class RecordkeepingVerbs {

    static final List<Verb> ALL = List.of(
            new MadeAnew(LedgerOpened.class), new MadeAnew(ImportRunOpened.class), new MadeAnew(ImportRunClosed.class));

    private RecordkeepingVerbs() {}
}
