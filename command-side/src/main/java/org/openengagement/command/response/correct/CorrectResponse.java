package org.openengagement.command.response.correct;

import org.jspecify.annotations.Nullable;
import org.openengagement.command.cases.CaseCommand;
import org.openengagement.command.dispatch.Bounds;
import org.openengagement.command.dispatch.Outcome;
import org.openengagement.command.response.Answered;
import org.openengagement.ledger.events.response.ResponseCorrected;
import org.openengagement.ledger.events.response.ResponseKind;

/**
 * Replaces an answer; the first one's day stands. The caller learns the new answer's number.
 *
 * @param caseId the case
 * @param response the number of the answer that is replaced
 * @param kind what is answered now; {@code null}: as before; NOT_COMPETENT where it was, and only there
 * @param text the answer as it now reads, at most 200,000 characters; absent only where a source has none
 */
public record CorrectResponse(
        String caseId,
        String response,
        @Nullable ResponseKind kind,
        @Nullable String text) implements CaseCommand<Answered> {

    public CorrectResponse {
        Bounds.optional("text", text, 200_000);
    }

    @Override
    public Answered answer(Outcome outcome) {
        ResponseCorrected answer = outcome.first(ResponseCorrected.class);
        return new Answered(answer.referral(), answer.response());
    }
}
