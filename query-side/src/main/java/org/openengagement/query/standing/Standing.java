package org.openengagement.query.standing;

import java.time.LocalDate;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * How one referral stands, seen from one ledger position and day. The rules of definition version 1 about a single
 * referral are all here.
 *
 * @param outcome what ended it, by that day
 * @param deliveredOn epoch day of delivery
 * @param dueOn epoch day of the due day, {@link EpochDays#NONE} where no deadline is known
 * @param endedOn epoch day of the end, {@link EpochDays#NONE} while open
 * @param watchedUntil epoch day until which an open one was watched. Where no look at its source is held: the as-of day. Else
 *     the latest day on which a look or an end shows that it was open, but never later than the as-of day
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

    /** The day of the end; {@code null} while open. */
    public @Nullable LocalDate endDay() {
        return EpochDays.day(endedOn);
    }

    /** The last day on which a response is on time; {@code null} where no deadline is known. */
    public @Nullable LocalDate dueDay() {
        return EpochDays.day(dueOn);
    }

    /** The day of the first response that counts; {@code null} while there is none. */
    public @Nullable LocalDate firstRespondedOn() {
        return outcome == ReferralOutcome.ANSWERED ? endDay() : null;
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
        return watchedUntil > endOfTwiceTheTerm() ? Timeliness.LONG_OVERDUE : Timeliness.OVERDUE;
    }

    /** The last day of twice the term. A source can name a due day before the delivery; such a term is as good as none. */
    private long endOfTwiceTheTerm() {
        return dueOn + Math.max(0L, (long) dueOn - deliveredOn);
    }

    /**
     * The days on which an open referral that is watched begins to stand otherwise, because days go by: it is overdue, or long
     * overdue. None without a due day.
     */
    LongStream daysOfChange() {
        return dueOn == EpochDays.NONE ? LongStream.empty() : LongStream.of(dueOn + 1L, endOfTwiceTheTerm() + 1);
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
