package org.openengagement.command.referral;

import org.openengagement.command.cases.CaseState;
import org.openengagement.command.cases.ReferralState;
import org.openengagement.command.dispatch.Refusal;

/** The referrals of a case, as the slices look them up. */
public final class Referrals {

    private Referrals() {}

    /** A referral by its number, or the refusal of one that there is not. */
    public static ReferralState need(CaseState state, String number) {
        return state.referral(number)
                .orElseThrow(() -> Refusal.notFound(
                        "referral",
                        "The case has no referral %s; it has %d."
                                .formatted(number, state.referrals().size())));
    }
}
