package org.openengagement.command.recordkeeping.open;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.Repository;
import org.openengagement.command.dispatch.Caller;
import org.openengagement.command.dispatch.Outcome;
import org.openengagement.command.dispatch.Rule;
import org.openengagement.command.recordkeeping.LedgerStream;
import org.openengagement.command.roles.Permissions;
import org.openengagement.command.streams.Repositories;
import org.openengagement.ledger.events.Role;
import org.openengagement.ledger.events.Streams;
import org.openengagement.ledger.events.recordkeeping.LedgerOpened;

/** Begins the ledger. */
public final class OpenLedgerHandler {

    private static final String ENTRY_FORMAT = "oel-entry/v1";

    private final Repository<LedgerStream> ledger;
    private final Permissions permissions;

    public OpenLedgerHandler(Repository<LedgerStream> ledger, Permissions permissions) {
        this.ledger = ledger;
        this.permissions = permissions;
    }

    @CommandHandler
    Outcome handle(OpenLedger command, @MetaDataValue(Caller.KEY) Caller caller) {
        permissions.upholdSince(caller, Role.SYSTEM);
        return Repositories.loadOrCreate(ledger, Streams.LEDGER, LedgerStream::new)
                .invoke(stream -> {
                    Rule.uphold(new ALedgerIsOpenedOnce(stream.state()));
                    return stream.record(new LedgerOpened(
                            command.origin(),
                            command.zone(),
                            command.languages(),
                            ENTRY_FORMAT,
                            command.verifierKey()));
                });
    }
}
