package org.openengagement.command.response.interim;

import org.jspecify.annotations.Nullable;
import org.openengagement.command.cases.ReferralCommand;
import org.openengagement.command.dispatch.Bounds;
import org.openengagement.command.dispatch.Outcome;
import org.openengagement.command.response.Answered;

/**
 * Replies without answering yet; the clock goes on.
 *
 * @param caseId the case
 * @param referral the referral's number
 * @param text what is said, at most 200,000 characters; absent only where a source has none
 */
public record PublishInterimReply(
        String caseId, String referral, @Nullable String text) implements ReferralCommand<Answered> {

    public PublishInterimReply {
        Bounds.optional("text", text, 200_000);
    }

    @Override
    public Answered answer(Outcome outcome) {
        return new Answered(referral, null);
    }
}
