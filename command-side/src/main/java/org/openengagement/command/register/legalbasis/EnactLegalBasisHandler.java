package org.openengagement.command.register.legalbasis;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.openengagement.command.dispatch.Caller;
import org.openengagement.command.dispatch.Outcome;
import org.openengagement.command.dispatch.Rule;
import org.openengagement.command.register.LegalBasisState;
import org.openengagement.command.register.Register;
import org.openengagement.command.roles.Permissions;
import org.openengagement.command.streams.StreamsOf;
import org.openengagement.ledger.events.Role;
import org.openengagement.ledger.events.Streams;
import org.openengagement.ledger.events.register.LegalBasisEnacted;

/** Enacts legal bases. */
public final class EnactLegalBasisHandler {

    private final StreamsOf<LegalBasisState> legalBases;
    private final Register register;
    private final Permissions permissions;

    public EnactLegalBasisHandler(StreamsOf<LegalBasisState> legalBases, Register register, Permissions permissions) {
        this.legalBases = legalBases;
        this.register = register;
        this.permissions = permissions;
    }

    @CommandHandler
    Outcome handle(EnactLegalBasis command, @MetaDataValue(Caller.KEY) Caller caller) {
        permissions.upholdSince(caller, Role.ADMIN);
        Rule.uphold(new ACalendarStandsInTheLedgerBeforeALawCountsByIt(command.calendar(), register));
        return legalBases.change(Streams.legalBasis(command.code()), state -> {
            Rule.uphold(new ALegalBasisIsEnactedOnce(command.code(), state));
            return new LegalBasisEnacted(
                    command.code(),
                    command.title(),
                    command.days(),
                    command.unit(),
                    command.rollForward(),
                    command.pausable(),
                    command.maxExtensionDays(),
                    command.calendar());
        });
    }
}
