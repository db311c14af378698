package org.openengagement.command.referral.decline;

import org.jspecify.annotations.Nullable;
import org.openengagement.command.cases.ReferralCommand;
import org.openengagement.command.dispatch.Bounds;

/**
 * Says that a referral is not one's own; it ends.
 *
 * @param caseId the case
 * @param referral the referral's number
 * @param reason what is said, at most 20,000 characters
 */
public record DeclineReferral(
        String caseId, String referral, @Nullable String reason) implements ReferralCommand.Plain {

    public DeclineReferral {
        Bounds.optional("reason", reason, 20_000);
    }
}
