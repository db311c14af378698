package org.openengagement.query.standing;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openengagement.ledger.events.referral.ReferralPurpose;
import org.openengagement.query.cases.ReferralView;

/**
 * Days through which a referral stands in one way to its deadline, as far as the ledger knows. Its spans follow each other
 * and cover every day, so that an index can answer for any day without being written again each midnight.
 *
 * @param timeliness how it stands
 * @param first the first of these days
 * @param last the last of these days
 */
public record TimelinessSpan(Timeliness timeliness, LocalDate first, LocalDate last) {

    /** Whether a day is one of these. */
    public boolean holds(LocalDate day) {
        return !day.isBefore(first) && !day.isAfter(last);
    }

    /** The spans of a referral, in order; none where it is no obligation to answer. */
    public static List<TimelinessSpan> of(ReferralView referral) {
        if (referral.purpose() != ReferralPurpose.ANSWER) {
            return List.of();
        }
        LocalDate due = referral.dueOn();
        if (due == null) {
            return always(Timeliness.NO_DEADLINE);
        }
        LocalDate answered = referral.firstRespondedOn();
        if (answered != null) {
            return always(answered.isAfter(due) ? Timeliness.ANSWERED_LATE : Timeliness.ANSWERED_ON_TIME);
        }
        if (!referral.isOpen()) {
            return always(Timeliness.ENDED_UNANSWERED);
        }
        return open(referral, due, referral.observedUntil());
    }

    /** Of an open one nothing is known beyond the last day that its source was watched: there it stands still. */
    private static List<TimelinessSpan> open(ReferralView referral, LocalDate due, @Nullable LocalDate observedUntil) {
        TimelinessSpan notDue = new TimelinessSpan(Timeliness.NOT_DUE, LocalDate.MIN, due);
        LocalDate next = due.plusDays(1);
        if (observedUntil != null && !observedUntil.isAfter(due)) {
            return List.of(notDue, new TimelinessSpan(Timeliness.UNKNOWN, next, LocalDate.MAX));
        }
        LocalDate twice = due.plusDays(Math.max(0, ChronoUnit.DAYS.between(referral.deliveredOn(), due)));
        if (observedUntil != null && !observedUntil.isAfter(twice)) {
            return List.of(notDue, new TimelinessSpan(Timeliness.OVERDUE, next, LocalDate.MAX));
        }
        TimelinessSpan longOverdue = new TimelinessSpan(Timeliness.LONG_OVERDUE, twice.plusDays(1), LocalDate.MAX);
        return twice.isBefore(next)
                ? List.of(notDue, longOverdue)
                : List.of(notDue, new TimelinessSpan(Timeliness.OVERDUE, next, twice), longOverdue);
    }

    private static List<TimelinessSpan> always(Timeliness timeliness) {
        return List.of(new TimelinessSpan(timeliness, LocalDate.MIN, LocalDate.MAX));
    }
}
