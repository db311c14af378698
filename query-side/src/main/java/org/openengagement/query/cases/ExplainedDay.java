package org.openengagement.query.cases;

import java.time.LocalDate;
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

    static List<ExplainedDay> of(ComputedDeadline computed) {
        Set<LocalDate> leftOut = computed.steps().stream()
                .filter(step -> keepsFromCounting(step.what()))
                .map(ComputedDeadline.Step::on)
                .collect(Collectors.toSet());
        return computed.steps().stream()
                .map(step -> new ExplainedDay(step.on(), step.what(), !leftOut.contains(step.on())))
                .toList();
    }

    /** From the day that no calendar covers, only weekends are left out, so that day itself counts. */
    private static boolean keepsFromCounting(What what) {
        return switch (what) {
            case DELIVERED, WEEKEND, HOLIDAY, ROLLED_FORWARD -> true;
            case NOT_IN_CALENDAR, DUE -> false;
        };
    }
}
