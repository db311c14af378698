package org.openengagement.command.referral.forward;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openengagement.command.cases.CaseState;
import org.openengagement.command.cases.ReferralState;
import org.openengagement.command.cases.Wording;
import org.openengagement.command.dispatch.Caller;
import org.openengagement.command.dispatch.Rule;
import org.openengagement.command.referral.ADueDayIsNotBeforeDelivery;
import org.openengagement.command.referral.AReferralForInformationHasNoDeadline;
import org.openengagement.command.referral.AnInstitutionIsAskedOnceAtATime;
import org.openengagement.command.referral.DueDays;
import org.openengagement.command.referral.OnlyAnOpenReferralIsActedOn;
import org.openengagement.command.referral.ReferralSlice;
import org.openengagement.command.register.Register;
import org.openengagement.command.slices.Slice;
import org.openengagement.ledger.events.LedgerEvent;
import org.openengagement.ledger.events.Role;
import org.openengagement.ledger.events.referral.ReferralForwarded;
import org.openengagement.ledger.events.referral.ReferralIssued;
import org.openengagement.ledger.events.referral.ReferralPurpose;

/**
 * Passes referrals on. Live, the next referral begins in the same commit, so that no obligation is lost between two
 * institutions: with the legal basis of the one before, unless another or a due day is named, and a term of its own.
 */
@Slice(
        mutation = "forwardReferral",
        roles = Role.OFFICER,
        events = {ReferralForwarded.class, ReferralIssued.class})
record ForwardReferralSlice(Register register) implements ReferralSlice<ForwardReferral> {

    @Override
    public List<LedgerEvent> decide(ForwardReferral command, ReferralState referral, CaseState state, Caller caller) {
        Rule.uphold(
                new OnlyAnOpenReferralIsActedOn(referral),
                new AReferralIsForwardedToAnotherInstitution(referral, command.institution()),
                new AnInstitutionIsAskedOnceAtATime(state, command.institution()));
        register.needInstitution("institution", command.institution());
        LedgerEvent forwarded = new ReferralForwarded(
                referral.number(), command.institution(), Wording.in(state).sealIfSaid(command.reason()));
        return caller.actor().role() == Role.IMPORT
                ? List.of(forwarded)
                : List.of(forwarded, next(command, referral, state, caller));
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

    record AReferralIsForwardedToAnotherInstitution(ReferralState referral, String institution) implements Rule {

        @Override
        public boolean isBroken() {
            return referral.institution().equals(institution);
        }

        @Override
        public String sentence() {
            return "Referral %s is with %s already.".formatted(referral.number(), institution);
        }

        @Override
        public List<String> field() {
            return List.of("institution");
        }
    }

    record AForwardedObligationKeepsADeadline(ReferralState referral, ForwardReferral command) implements Rule {

        @Override
        public boolean isBroken() {
            return referral.purpose() == ReferralPurpose.ANSWER
                    && referral.dueOn() != null
                    && referral.legalBasis() == null
                    && command.legalBasis() == null
                    && command.dueOn() == null;
        }

        @Override
        public String sentence() {
            return "Referral %s is due on %s. Say by which legal basis, or until when, %s is to answer."
                    .formatted(referral.number(), referral.dueOn(), command.institution());
        }
    }
}
