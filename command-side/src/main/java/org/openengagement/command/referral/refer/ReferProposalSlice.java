package org.openengagement.command.referral.refer;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openengagement.command.cases.CaseState;
import org.openengagement.command.cases.ReferralStatus;
import org.openengagement.command.dispatch.Caller;
import org.openengagement.command.dispatch.Rule;
import org.openengagement.command.referral.ADueDayIsNotBeforeDelivery;
import org.openengagement.command.referral.AReferralForInformationHasNoDeadline;
import org.openengagement.command.referral.AnInstitutionIsAskedOnceAtATime;
import org.openengagement.command.referral.DueDays;
import org.openengagement.command.register.Register;
import org.openengagement.command.slices.CaseSlice;
import org.openengagement.command.slices.Slice;
import org.openengagement.ledger.events.LedgerEvent;
import org.openengagement.ledger.events.Role;
import org.openengagement.ledger.events.referral.ReferralIssued;

/** Hands proposals to institutions. */
@Slice(mutation = "referProposal", roles = Role.COORDINATOR, events = ReferralIssued.class)
record ReferProposalSlice(Register register) implements CaseSlice<ReferProposal> {

    @Override
    public List<LedgerEvent> decide(ReferProposal command, CaseState state, Caller caller) {
        Role role = caller.actor().role();
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
        // Last: where only this is refused, nothing else is wrong, and the institution can be registered in time.
        register.needInstitution("institution", command.institution());
        return List.of(issued);
    }

    record OnlyAPublishedProposalIsReferred(CaseState state) implements Rule {

        @Override
        public boolean isBroken() {
            return !state.facts().published();
        }

        @Override
        public String sentence() {
            return "The proposal is not public yet. It is published first, and then referred.";
        }
    }

    /**
     * A source's closing may end less than ours does: a petition that is closed for signatures can still be debated, which a later
     * state of its row tells, and an import records.
     */
    record ACaseThatEndedIsNotReferred(CaseState state, Role role) implements Rule {

        @Override
        public boolean isBroken() {
            return state.facts().withdrawn()
                    || state.facts().rejected()
                    || (state.facts().closed() && role != Role.IMPORT);
        }

        @Override
        public String sentence() {
            return "The case has ended: its stage is %s.".formatted(state.stage());
        }
    }

    record OnlyAReferralThatWasForwardedIsContinued(
            CaseState state, @Nullable String forwardedFrom) implements Rule {

        @Override
        public boolean isBroken() {
            return forwardedFrom != null
                    && state.referral(forwardedFrom)
                            .filter(referral -> referral.status() == ReferralStatus.FORWARDED)
                            .isEmpty();
        }

        @Override
        public String sentence() {
            return "The case has no referral %s that was forwarded.".formatted(forwardedFrom);
        }

        @Override
        public List<String> field() {
            return List.of("forwardedFrom");
        }
    }
}
