package org.openengagement.ledger.events.referral;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a due day was computed, so that it can be explained without asking anything else.
 *
 * @param rule the version of the rule, such as {@code 1}
 * @param calendar the holiday calendar used
 * @param calendarVersion its version
 * @param steps every day that matters, in order
 */
public record ComputedDeadline(
        String rule, @Nullable String calendar, @Nullable Integer calendarVersion, List<Step> steps) {
    /** One day in the explanation. */
    public record Step(LocalDate on, What what) {}

    /** What a day is to the clock. */
    public enum What {
        /** The day of delivery, day 0: never counted. */
        DELIVERED,
        /** A Saturday or Sunday that does not count. */
        WEEKEND,
        /** A day of the holiday calendar that does not count. */
        HOLIDAY,
        /**
         * From this day on the calendar says nothing, up to its own years or for good: only Saturdays and Sundays were skipped
         * there.
         */
        NOT_IN_CALENDAR,
        /** The last day of the term, when it fell on a non-working day and moved on. */
        ROLLED_FORWARD,
        /** The last day on which an answer is on time. */
        DUE
    }
}
