package org.openengagement.query.figures;

import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.openengagement.query.standing.Cutoff;
import org.openengagement.query.standing.Standing;

/** The referrals for ANSWER that figures are made of, wherever they are kept. */
public interface Referrals {

    /**
     * Gathers how the referrals stood that had been delivered by then. One that belongs to several groups is counted in each.
     *
     * @param filter which referrals
     * @param groupBy one group for each combination of values that occurs; empty: one group of all, also where there are none
     * @param asOf up to where to look; all that the ledger held at that position must be here
     * @param newGroup makes an empty group
     * @param count counts a referral in a group
     * @return the groups by their keys, which have one value for each dimension
     */
    <G> Map<List<DimensionValue>, G> inGroups(
            ReferralFilter filter,
            List<Dimension> groupBy,
            Cutoff asOf,
            Supplier<G> newGroup,
            BiConsumer<G, Standing> count);

    /**
     * The figures of {@link ResponseTimes}.
     *
     * @param filter which referrals
     * @param groupBy one group for each combination of values that occurs; empty: one group of all
     * @param asOf up to where to look; all that the ledger held at that position must be here
     */
    default ResponseTimes responseTimes(ReferralFilter filter, List<Dimension> groupBy, Cutoff asOf) {
        return ResponseTimesCalculation.calculate(this, filter, groupBy, asOf);
    }
}
