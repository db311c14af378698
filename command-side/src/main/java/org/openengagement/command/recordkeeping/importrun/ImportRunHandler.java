package org.openengagement.command.recordkeeping.importrun;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.openengagement.command.dispatch.Caller;
import org.openengagement.command.dispatch.Outcome;
import org.openengagement.command.dispatch.Rule;
import org.openengagement.command.recordkeeping.LedgerStream;
import org.openengagement.command.roles.Permissions;
import org.openengagement.command.streams.Repositories;
import org.openengagement.ledger.events.Role;
import org.openengagement.ledger.events.Streams;
import org.openengagement.ledger.events.recordkeeping.ImportRunClosed;
import org.openengagement.ledger.events.recordkeeping.ImportRunOpened;

/** Opens and closes import runs. */
public final class ImportRunHandler {

    private final Repository<LedgerStream> ledger;
    private final Permissions permissions;

    public ImportRunHandler(Repository<LedgerStream> ledger, Permissions permissions) {
        this.ledger = ledger;
        this.permissions = permissions;
    }

    @CommandHandler
    Outcome handle(OpenImportRun command, @MetaDataValue(Caller.KEY) Caller caller) {
        permissions.uphold(caller, Role.ADMIN);
        return ledger().invoke(stream -> {
            Rule.uphold(new ARunIsOpenedOnce(command.run(), stream.state()));
            return stream.record(
                    new ImportRunOpened(command.run(), command.name(), command.format(), command.sha256()));
        });
    }

    @CommandHandler
    Outcome handle(CloseImportRun command, @MetaDataValue(Caller.KEY) Caller caller) {
        permissions.uphold(caller, Role.ADMIN);
        return ledger().invoke(stream -> {
            Rule.uphold(new OnlyAnOpenRunIsClosed(command.run(), stream.state()));
            return stream.record(new ImportRunClosed(command.run(), command.accepted(), command.refused()));
        });
    }

    private Aggregate<LedgerStream> ledger() {
        return Repositories.loadOrCreate(ledger, Streams.LEDGER, LedgerStream::new);
    }
}
