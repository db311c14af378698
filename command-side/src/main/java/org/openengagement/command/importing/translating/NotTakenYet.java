package org.openengagement.command.importing.translating;

import org.openengagement.ledger.events.LedgerEvent;

/** An event that the ledger records live only: an import refuses its lines, and says that they are not taken yet. */
public final class NotTakenYet extends Verb {

    NotTakenYet(Class<? extends LedgerEvent> event) {
        super(event);
    }
}
