package org.openengagement.command.register.institution;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.Repository;
import org.openengagement.command.dispatch.Caller;
import org.openengagement.command.dispatch.Outcome;
import org.openengagement.command.dispatch.Rule;
import org.openengagement.command.register.InstitutionStream;
import org.openengagement.command.register.Register;
import org.openengagement.command.roles.Permissions;
import org.openengagement.command.streams.Repositories;
import org.openengagement.ledger.events.Role;
import org.openengagement.ledger.events.Streams;
import org.openengagement.ledger.events.register.InstitutionRegistered;

/** Registers institutions. */
public final class RegisterInstitutionHandler {

    private final Repository<InstitutionStream> institutions;
    private final Register register;
    private final Permissions permissions;

    public RegisterInstitutionHandler(
            Repository<InstitutionStream> institutions, Register register, Permissions permissions) {
        this.institutions = institutions;
        this.register = register;
        this.permissions = permissions;
    }

    @CommandHandler
    Outcome handle(RegisterInstitution command, @MetaDataValue(Caller.KEY) Caller caller) {
        permissions.upholdSince(caller, Role.ADMIN);
        if (command.parent() != null) {
            register.needInstitution("parent", command.parent());
        }
        return Repositories.loadOrCreate(institutions, Streams.institution(command.slug()), InstitutionStream::new)
                .invoke(institution -> {
                    Rule.uphold(new AnInstitutionIsRegisteredOnce(command.slug(), institution.state()));
                    return institution.record(new InstitutionRegistered(
                            command.slug(),
                            command.name(),
                            command.kind(),
                            command.parent(),
                            command.identifiers(),
                            command.topics()));
                });
    }
}
