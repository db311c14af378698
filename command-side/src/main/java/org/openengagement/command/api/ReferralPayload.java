package org.openengagement.command.api;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openengagement.command.cases.NumberInCase;
import org.openengagement.command.dispatch.Accepted;

/** What a mutation on a referral answers. */
public record ReferralPayload(
        @Nullable Long position,
        List<UserError> userErrors,
        @Nullable String referral) {

    public static ReferralPayload refused(List<UserError> errors) {
        return new ReferralPayload(null, errors, null);
    }

    /** A referral of a case, by its number there. */
    public static ReferralPayload of(Accepted<?> accepted, String reference, String number) {
        return new ReferralPayload(accepted.recorded().last(), List.of(), NumberInCase.id(reference, number));
    }
}
