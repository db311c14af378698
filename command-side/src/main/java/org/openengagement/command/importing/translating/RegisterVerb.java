package org.openengagement.command.importing.translating;

import org.openengagement.command.dispatch.Command;
import org.openengagement.command.importing.lines.Fields;
import org.openengagement.ledger.events.LedgerEvent;

/** How lines of one event of the register are imported: an institution, a legal basis, a calendar. */
public abstract non-sealed class RegisterVerb extends Verb {

    RegisterVerb(Class<? extends LedgerEvent> event, String... fields) {
        super(event, fields);
    }

    /** The command that a line asks for. */
    abstract Command<?> command(Fields data);
}
