package org.openengagement.command.recordkeeping.importrun;

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
import org.openengagement.ledger.events.recordkeeping.ImportRunClosed;
import org.openengagement.ledger.events.recordkeeping.ImportRunOpened;

/** Opens and closes import runs. */
public final class ImportRunHandler {

    private final StreamsOf<LedgerState> ledger;
    private final Permissions permissions;

    public ImportRunHandler(StreamsOf<LedgerState> ledger, Permissions permissions) {
        this.ledger = ledger;
        this.permissions = permissions;
    }

    @CommandHandler
    Outcome handle(OpenImportRun command, @MetaDataValue(Caller.KEY) Caller caller) {
        permissions.uphold(caller, Role.ADMIN);
        return ledger.change(Streams.LEDGER, state -> {
            Rule.uphold(new ARunIsOpenedOnce(command.run(), state));
            return new ImportRunOpened(command.run(), command.name(), command.format(), command.sha256());
        });
    }

    @CommandHandler
    Outcome handle(CloseImportRun command, @MetaDataValue(Caller.KEY) Caller caller) {
        permissions.uphold(caller, Role.ADMIN);
        return ledger.change(Streams.LEDGER, state -> {
            Rule.uphold(new OnlyAnOpenRunIsClosed(command.run(), state));
            return new ImportRunClosed(command.run(), command.accepted(), command.refused());
        });
    }
}
