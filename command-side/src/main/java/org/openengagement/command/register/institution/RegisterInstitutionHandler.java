package org.openengagement.command.register.institution;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.openengagement.command.dispatch.Caller;
import org.openengagement.command.dispatch.Outcome;
import org.openengagement.command.dispatch.Rule;
import org.openengagement.command.register.InstitutionState;
import org.openengagement.command.register.Register;
import org.openengagement.command.roles.Permissions;
import org.openengagement.command.streams.StreamsOf;
import org.openengagement.ledger.events.Role;
import org.openengagement.ledger.events.Streams;
import org.openengagement.ledger.events.register.InstitutionRegistered;

/** Registers institutions. */
public final class RegisterInstitutionHandler {

    private final StreamsOf<InstitutionState> institutions;
    private final Register register;
    private final Permissions permissions;

    public RegisterInstitutionHandler(
            StreamsOf<InstitutionState> institutions, Register register, Permissions permissions) {
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
        return institutions.change(Streams.institution(command.slug()), state -> {
            Rule.uphold(new AnInstitutionIsRegisteredOnce(command.slug(), state));
            return new InstitutionRegistered(
                    command.slug(),
                    command.name(),
                    command.kind(),
                    command.parent(),
                    command.identifiers(),
                    command.topics());
        });
    }
}
