package org.openengagement.command.importing.translating;

import org.openengagement.ledger.events.LedgerEvent;

/** An event that the ledger makes anew by itself when others are imported: its lines are counted as skipped. */
public final class MadeAnew extends Verb {

    MadeAnew(Class<? extends LedgerEvent> event) {
        super(event);
    }
}
