package org.openengagement.command.referral.refer;

import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.openengagement.command.cases.Cases;
import org.openengagement.command.dispatch.Caller;
import org.openengagement.command.dispatch.Outcome;
import org.openengagement.command.dispatch.Rule;
import org.openengagement.command.referral.ADueDayIsNotBeforeDelivery;
import org.openengagement.command.referral.AReferralForInformationHasNoDeadline;
import org.openengagement.command.referral.AnInstitutionIsAskedOnceAtATime;
import org.openengagement.command.referral.DueDays;
import org.openengagement.command.register.Register;
import org.openengagement.command.roles.Permissions;
import org.openengagement.ledger.events.Role;
import org.openengagement.ledger.events.referral.ReferralIssued;

/** Hands proposals to institutions. */
public final class ReferProposalHandler {

    private final Cases cases;
    private final Permissions permissions;
    private final Register register;

    public ReferProposalHandler(Cases cases, Permissions permissions, Register register) {
        this.cases = cases;
        this.permissions = permissions;
        this.register = register;
    }

    @CommandHandler
    Outcome handle(ReferProposal command, @MetaDataValue(Caller.KEY) Caller caller) {
        Role role = caller.actor().role();
        permissions.uphold(caller, Role.COORDINATOR);
        return cases.change(command.caseId(), caller, state -> {
            Rule.uphold(
                    new OnlyAPublishedProposalIsReferred(state),
                    new ACaseThatEndedIsNotReferred(state, role),
                    new AnInstitutionIsAskedOnceAtATime(state, command.institution()),
                    new OnlyAReferralThatWasForwardedIsContinued(state, command.forwardedFrom()),
                    new AReferralForInformationHasNoDeadline(command.purpose(), command.legalBasis(), command.dueOn()),
                    new ADueDayIsNotBeforeDelivery(command.dueOn(), caller.effectiveOn(), role));
            ReferralIssued issued = new DueDays(register)
                    .issue(
                            state.nextReferral(),
                            command.institution(),
                            command.purpose(),
                            command.legalBasis(),
                            command.dueOn(),
                            command.forwardedFrom(),
                            caller.effectiveOn());
            // Last, so that whoever registers it in time knows that nothing else is wrong.
            register.needInstitution("institution", command.institution());
            return List.of(issued);
        });
    }
}
