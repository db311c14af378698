package org.openengagement.command.recordkeeping.open;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.openengagement.command.dispatch.Caller;
import org.openengagement.command.dispatch.Outcome;
import org.openengagement.command.dispatch.Rule;
import org.openengagement.command.recordkeeping.LedgerState;
import org.openengagement.command.roles.Permissions;
import org.openengagement.command.streams.StreamsOf;
import org.openengagement.ledger.events.Role;
import org.openengagement.ledger.events.Streams;
import org.openengagement.ledger.events.recordkeeping.LedgerOpened;

/** Begins the ledger. */
public final class OpenLedgerHandler {

    private static final String ENTRY_FORMAT = "oel-entry/v1";

    private final StreamsOf<LedgerState> ledger;
    private final Permissions permissions;

    public OpenLedgerHandler(StreamsOf<LedgerState> ledger, Permissions permissions) {
        this.ledger = ledger;
        this.permissions = permissions;
    }

    @CommandHandler
    Outcome handle(OpenLedger command, @MetaDataValue(Caller.KEY) Caller caller) {
        permissions.upholdSince(caller, Role.SYSTEM);
        return ledger.change(Streams.LEDGER, state -> {
            Rule.uphold(new ALedgerIsOpenedOnce(state));
            return new LedgerOpened(
                    command.origin(), command.zone(), command.languages(), ENTRY_FORMAT, command.verifierKey());
        });
    }
}
