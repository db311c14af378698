package org.openengagement.query.figures;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.openengagement.query.standing.Viewpoint;

/** One pass over the columns: select, read how each referral stands, count it in its groups. */
final class ResponseTimesCalculation {
    private static final Comparator<ResponseTimeGroup> BY_KEY =
            Comparator.comparing(ResponseTimeGroup::key, ResponseTimesCalculation::compareKeys);

    private ResponseTimesCalculation() {}

    static ResponseTimes calculate(Edition edition, ReferralFilter filter, List<Dimension> groupBy, Viewpoint asOf) {
        RowFilter selected = new RowFilter(filter, edition);
        Grouping grouping = new Grouping(groupBy, edition);
        edition.scan(asOf, (row, standing) -> {
            if (selected.matches(row)) {
                grouping.count(row, standing);
            }
        });
        List<ResponseTimeGroup> groups = new ArrayList<>(grouping.groups());
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
