package org.openengagement.query.cases;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.openengagement.ledger.events.referral.ComputedDeadline;
import org.openengagement.ledger.events.referral.ComputedDeadline.What;

/**
 * One day that matters to a deadline.
 *
 * @param on the day
 * @param what what it is to the clock
 * @param counts whether it was counted
 */
public record ExplainedDay(LocalDate on, What what, boolean counts) {

    /** Neither keeps a day from counting: from the day that no calendar covers, only weekends are left out. */
    private static final Set<What> COUNTED = EnumSet.of(What.DUE, What.NOT_IN_CALENDAR);

    static List<ExplainedDay> of(ComputedDeadline computed) {
        Set<LocalDate> leftOut = computed.steps().stream()
                .filter(step -> !COUNTED.contains(step.what()))
                .map(ComputedDeadline.Step::on)
                .collect(Collectors.toSet());
        return computed.steps().stream()
                .map(step -> new ExplainedDay(step.on(), step.what(), !leftOut.contains(step.on())))
                .toList();
    }
}
