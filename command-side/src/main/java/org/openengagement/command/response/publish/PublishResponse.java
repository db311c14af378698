package org.openengagement.command.response.publish;

import org.jspecify.annotations.Nullable;
import org.openengagement.command.cases.ReferralCommand;
import org.openengagement.command.dispatch.Bounds;
import org.openengagement.command.dispatch.Outcome;
import org.openengagement.command.response.Answered;
import org.openengagement.ledger.events.response.ResponseKind;
import org.openengagement.ledger.events.response.ResponsePublished;

/**
 * Answers. The caller learns the answer's number, {@code a1}, {@code a2} ... in its case.
 *
 * @param caseId the case
 * @param referral the referral's number
 * @param kind what is answered
 * @param text the answer, at most 200,000 characters; absent only where a source has none
 */
public record PublishResponse(
        String caseId,
        String referral,
        ResponseKind kind,
        @Nullable String text) implements ReferralCommand<Answered> {

    public PublishResponse {
        Bounds.optional("text", text, 200_000);
    }

    @Override
    public Answered answer(Outcome outcome) {
        ResponsePublished answer = outcome.first(ResponsePublished.class);
        return new Answered(answer.referral(), answer.response());
    }
}
