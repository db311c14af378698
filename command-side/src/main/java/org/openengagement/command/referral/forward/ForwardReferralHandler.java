package org.openengagement.command.referral.forward;

import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.jspecify.annotations.Nullable;
import org.openengagement.command.cases.CaseState;
import org.openengagement.command.cases.Cases;
import org.openengagement.command.cases.ReferralState;
import org.openengagement.command.cases.Wording;
import org.openengagement.command.dispatch.Caller;
import org.openengagement.command.dispatch.Outcome;
import org.openengagement.command.dispatch.Rule;
import org.openengagement.command.referral.ADueDayIsNotBeforeDelivery;
import org.openengagement.command.referral.AReferralForInformationHasNoDeadline;
import org.openengagement.command.referral.AnInstitutionIsAskedOnceAtATime;
import org.openengagement.command.referral.DueDays;
import org.openengagement.command.referral.OnlyAnOpenReferralIsActedOn;
import org.openengagement.command.referral.OnlyTheAddressedInstitutionMayAct;
import org.openengagement.command.referral.Referrals;
import org.openengagement.command.register.Register;
import org.openengagement.command.roles.Permissions;
import org.openengagement.ledger.events.LedgerEvent;
import org.openengagement.ledger.events.Role;
import org.openengagement.ledger.events.referral.ReferralForwarded;
import org.openengagement.ledger.events.referral.ReferralIssued;

/**
 * Passes referrals on. Live, the next referral begins in the same commit, so that no obligation is lost between two
 * institutions: with the legal basis of the one before, unless another or a due day is named, and a term of its own.
 */
public final class ForwardReferralHandler {

    private final Cases cases;
    private final Permissions permissions;
    private final Register register;

    public ForwardReferralHandler(Cases cases, Permissions permissions, Register register) {
        this.cases = cases;
        this.permissions = permissions;
        this.register = register;
    }

    @CommandHandler
    Outcome handle(ForwardReferral command, @MetaDataValue(Caller.KEY) Caller caller) {
        permissions.uphold(caller, Role.OFFICER);
        return cases.change(command.caseId(), caller, state -> {
            ReferralState referral = Referrals.need(state, command.referral());
            Rule.uphold(
                    new OnlyTheAddressedInstitutionMayAct(referral, caller.actor()),
                    new OnlyAnOpenReferralIsActedOn(referral),
                    new AReferralIsForwardedToAnotherInstitution(referral, command.institution()),
                    new AnInstitutionIsAskedOnceAtATime(state, command.institution()));
            register.needInstitution("institution", command.institution());
            LedgerEvent forwarded = new ReferralForwarded(
                    referral.number(), command.institution(), Wording.in(state).sealIfSaid(command.reason()));
            return caller.actor().role() == Role.IMPORT
                    ? List.of(forwarded)
                    : List.of(forwarded, next(command, referral, state, caller));
        });
    }

    private ReferralIssued next(ForwardReferral command, ReferralState referral, CaseState state, Caller caller) {
        boolean deadlineNamed = command.legalBasis() != null || command.dueOn() != null;
        Rule.uphold(
                new AForwardedObligationKeepsADeadline(referral, command),
                new AReferralForInformationHasNoDeadline(referral.purpose(), command.legalBasis(), command.dueOn()),
                new ADueDayIsNotBeforeDelivery(
                        command.dueOn(), caller.effectiveOn(), caller.actor().role()));
        @Nullable String legalBasis = deadlineNamed ? command.legalBasis() : referral.legalBasis();
        return new DueDays(register)
                .issue(
                        state.nextReferral(),
                        command.institution(),
                        referral.purpose(),
                        legalBasis,
                        command.dueOn(),
                        referral.number(),
                        caller.effectiveOn());
    }
}
