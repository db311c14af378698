package org.openengagement.query.figures;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.openengagement.query.standing.Cutoff;

/** Counts how the referrals stand in each group, and makes the figures of the counts. */
final class ResponseTimesCalculation {
    private static final Comparator<ResponseTimeGroup> BY_KEY =
            Comparator.comparing(ResponseTimeGroup::key, ResponseTimesCalculation::compareKeys);

    private ResponseTimesCalculation() {}

    static ResponseTimes calculate(Referrals referrals, ReferralFilter filter, List<Dimension> groupBy, Cutoff asOf) {
        List<ResponseTimeGroup> groups = new ArrayList<>();
        referrals
                .inGroups(filter, groupBy, asOf, GroupCounts::new, GroupCounts::count)
                .forEach((key, counts) -> groups.add(counts.figures(key)));
        groups.sort(BY_KEY);
        return new ResponseTimes(ResponseTimes.DEFINITION_VERSION, asOf.position(), asOf.day(), List.copyOf(groups));
    }

    private static int compareKeys(List<DimensionValue> one, List<DimensionValue> other) {
        for (int i = 0; i < one.size(); i++) {
            int difference = one.get(i).value().compareTo(other.get(i).value());
            if (difference != 0) {
                return difference;
            }
        }
        return 0;
    }
}
