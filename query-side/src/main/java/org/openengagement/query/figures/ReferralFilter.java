package org.openengagement.query.figures;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openengagement.ledger.events.intake.Channel;
import org.openengagement.ledger.events.intake.ProposalKind;

/**
 * Which referrals a figure is about: those that match every member. A member that is {@code null} or an empty list lets all
 * pass. The filters {@code delivered} and {@code due} just select referrals; they set no clock.
 *
 * @param institution slugs
 * @param topic referrals of cases with any of these topics
 * @param kind kinds of proposal
 * @param channel ways in which the proposal came in
 * @param legalBasis codes of legal bases
 * @param delivered the day of delivery
 * @param due the due day; referrals without one do not match
 * @param source the name of the source they were imported from
 */
public record ReferralFilter(
        @Nullable List<String> institution,
        @Nullable List<String> topic,
        @Nullable List<ProposalKind> kind,
        @Nullable List<Channel> channel,
        @Nullable List<String> legalBasis,
        @Nullable DateRange delivered,
        @Nullable DateRange due,
        @Nullable String source) {

    /** Every referral. */
    public static final ReferralFilter ALL = new ReferralFilter(null, null, null, null, null, null, null, null);
}
