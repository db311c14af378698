package org.openengagement.command.response.correct;

import java.util.List;
import org.openengagement.command.cases.ResponseState;
import org.openengagement.command.dispatch.Rule;
import org.openengagement.ledger.events.response.ResponseKind;

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
                        : "%1$s answered referral %2$s. Whoever answered it cannot say afterwards that it was not theirs to "
                                + "answer. Correct its words, say in them whose it is, or choose another kind of answer.")
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
