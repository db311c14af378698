package org.openengagement.command.response.correct;

import java.util.List;
import java.util.Objects;
import org.openengagement.command.cases.CaseState;
import org.openengagement.command.cases.ReferralState;
import org.openengagement.command.cases.ResponseState;
import org.openengagement.command.cases.Wording;
import org.openengagement.command.dispatch.Caller;
import org.openengagement.command.dispatch.Refusal;
import org.openengagement.command.dispatch.Rule;
import org.openengagement.command.referral.OnlyTheAddressedInstitutionMayAct;
import org.openengagement.command.referral.Referrals;
import org.openengagement.command.response.AnInstitutionSaysSomething;
import org.openengagement.command.slices.CaseSlice;
import org.openengagement.command.slices.Slice;
import org.openengagement.ledger.events.LedgerEvent;
import org.openengagement.ledger.events.Role;
import org.openengagement.ledger.events.response.ResponseCorrected;
import org.openengagement.ledger.events.response.ResponseKind;

/** Records answers that take the place of others. */
@Slice(mutation = "correctResponse", roles = Role.OFFICER, events = ResponseCorrected.class)
final class CorrectResponseSlice implements CaseSlice<CorrectResponse> {

    @Override
    public List<LedgerEvent> decide(CorrectResponse command, CaseState state, Caller caller) {
        ResponseState response = state.response(command.response())
                .orElseThrow(
                        () -> Refusal.notFound("response", "The case has no answer %s.".formatted(command.response())));
        ReferralState referral = Referrals.need(state, response.referral());
        ResponseKind kind = Objects.requireNonNullElse(command.kind(), response.kind());
        Rule.uphold(
                new OnlyTheAddressedInstitutionMayAct(referral, caller.actor()),
                new OnlyAnAnswerInForceIsCorrected(response),
                new ACorrectionLeavesTheReferralAsItEnded(response, kind),
                new AnInstitutionSaysSomething(command.text(), caller.actor().role()));
        return List.of(new ResponseCorrected(
                referral.number(),
                state.nextResponse(),
                response.number(),
                kind,
                Wording.in(state).sealIfSaid(command.text())));
    }

    record OnlyAnAnswerInForceIsCorrected(ResponseState response) implements Rule {

        @Override
        public boolean isBroken() {
            return response.superseded();
        }

        @Override
        public String sentence() {
            return "Answer %s was corrected before; correct the one that took its place.".formatted(response.number());
        }
    }

    /** NOT_COMPETENT ended the referral unanswered, every other kind answered it. What ended otherwise is no slip of the pen. */
    record ACorrectionLeavesTheReferralAsItEnded(ResponseState response, ResponseKind kind) implements Rule {

        @Override
        public boolean isBroken() {
            return wasNoAnswer() != (kind == ResponseKind.NOT_COMPETENT);
        }

        @Override
        public String sentence() {
            return (wasNoAnswer()
                            ? "%1$s said that it was not the institution's to answer, and referral %2$s ended so. Correct its "
                                    + "words only; to answer after all, have the proposal referred to the institution again."
                            : "%1$s answered referral %2$s. The institution cannot say afterwards that the matter was not its own. "
                                    + "Correct the words, say in them whose it is, or choose another kind of answer.")
                    .formatted(response.number(), response.referral());
        }

        @Override
        public List<String> field() {
            return List.of("kind");
        }

        private boolean wasNoAnswer() {
            return response.kind() == ResponseKind.NOT_COMPETENT;
        }
    }
}
