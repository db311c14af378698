package org.openengagement.query.standing;

/**
 * How one referral stands, seen from one ledger position and day. The rules of definition version 1 about a single
 * referral are all here.
 *
 * @param outcome what ended it, by that day
 * @param deliveredOn epoch day of delivery
 * @param dueOn epoch day of the due day, {@link EpochDays#NONE} where no deadline is known
 * @param endedOn epoch day of the end, {@link EpochDays#NONE} while open
 * @param watchedUntil epoch day until which it was watched: the as-of day, or the day its source was last looked at where
 *     that is earlier
 * @param asOfDay epoch day from which it is seen
 */
public record Standing(
        ReferralOutcome outcome, int deliveredOn, int dueOn, int endedOn, int watchedUntil, int asOfDay) {

    public boolean isOpen() {
        return outcome == ReferralOutcome.OPEN;
    }

    /**
     * Whole days from delivery to the end, for an open one to the last day it was watched. An end that a source dates
     * before the delivery counts as day 0.
     */
    public int days() {
        return Math.max(0, (isOpen() ? watchedUntil : endedOn) - deliveredOn);
    }

    /** Whether there is a due day and it is over: only from the next day on is anybody late. */
    public boolean isPastDue() {
        return dueOn != EpochDays.NONE && dueOn < asOfDay;
    }

    /** Whether the referral ended, in whatever way, on or before its due day. */
    public boolean endedByDueDay() {
        return !isOpen() && dueOn != EpochDays.NONE && endedOn <= dueOn;
    }

    /** Whether it was answered on the very last day that the law allows. */
    public boolean answeredOnLastLawfulDay() {
        return outcome == ReferralOutcome.ANSWERED && endedOn == dueOn;
    }

    public Timeliness timeliness() {
        if (dueOn == EpochDays.NONE) {
            return Timeliness.NO_DEADLINE;
        }
        return switch (outcome) {
            case ANSWERED -> endedByDueDay() ? Timeliness.ANSWERED_ON_TIME : Timeliness.ANSWERED_LATE;
            case DECLINED, FORWARDED, WITHDRAWN -> Timeliness.ENDED_UNANSWERED;
            case OPEN -> openTimeliness();
        };
    }

    private Timeliness openTimeliness() {
        if (!isPastDue()) {
            return Timeliness.NOT_DUE;
        }
        if (watchedUntil <= dueOn) {
            return Timeliness.UNKNOWN;
        }
        // A source can name a due day before the delivery; such a term is as good as none.
        long term = Math.max(0L, (long) dueOn - deliveredOn);
        return watchedUntil > dueOn + term ? Timeliness.LONG_OVERDUE : Timeliness.OVERDUE;
    }

    /** What the referral says about the on-time rate. */
    public OnTimeVerdict onTimeVerdict() {
        if (!isPastDue()) {
            return OnTimeVerdict.NOT_IN_IT;
        }
        return switch (outcome) {
            case ANSWERED -> endedByDueDay() ? OnTimeVerdict.HIT : OnTimeVerdict.MISS;
            case DECLINED, FORWARDED, WITHDRAWN ->
                endedByDueDay() ? OnTimeVerdict.ENDED_BY_DUE_DAY : OnTimeVerdict.MISS;
            case OPEN -> watchedUntil <= dueOn ? OnTimeVerdict.UNKNOWN : OnTimeVerdict.MISS;
        };
    }
}
