package org.openengagement.query.standing;

/**
 * Reads the facts of one referral after another, as far as they were known at a position and had happened by a day.
 *
 * <p>The earliest end by its day is the outcome, whatever the order in which the ledger learnt of them. On one day a
 * response goes before any other end, as events go before censorings; of two other ends the one recorded first counts.
 */
public final class StandingReader {
    private final long position;
    private final int asOfDay;
    private int deliveredOn;
    private int dueOn;
    private ReferralOutcome outcome = ReferralOutcome.OPEN;
    private int endedOn;
    private boolean observed;
    private int shownOpenUntil;

    /** A reader of what was known and had happened by a cutoff. */
    public StandingReader(Cutoff asOf) {
        position = asOf.position();
        asOfDay = EpochDays.of(asOf.day());
    }

    /**
     * Begins with the next referral.
     *
     * @param delivered epoch day of delivery
     * @param due epoch day of the due day, {@link EpochDays#NONE} where no deadline is known
     */
    public void begin(int delivered, int due) {
        deliveredOn = delivered;
        dueOn = due;
        outcome = ReferralOutcome.OPEN;
        endedOn = EpochDays.NONE;
        observed = false;
        shownOpenUntil = EpochDays.NONE;
    }

    /**
     * Takes in one more fact of the referral; they must come in ledger order.
     *
     * @param day its epoch day
     * @param recordedAt where the ledger holds it
     */
    public void learn(FactKind kind, int day, long recordedAt) {
        if (recordedAt > position) {
            return;
        }
        // An expression, so that a new kind of fact does not compile before it says here what it changes, and until
        // when
        // it shows that the referral was open.
        int openUntil =
                switch (kind) {
                    case ANSWERED -> end(ReferralOutcome.ANSWERED, day);
                    case DECLINED -> end(ReferralOutcome.DECLINED, day);
                    case FORWARDED -> end(ReferralOutcome.FORWARDED, day);
                    case WITHDRAWN -> end(ReferralOutcome.WITHDRAWN, day);
                    case OBSERVED -> observe(day);
                };
        shownOpenUntil = Math.max(shownOpenUntil, openUntil);
    }

    /** An end after the as-of day has not happened yet, but it shows that the referral was open until then. */
    private int end(ReferralOutcome how, int day) {
        if (day <= asOfDay && goesBefore(how, day)) {
            outcome = how;
            endedOn = day;
        }
        return day;
    }

    private int observe(int day) {
        observed = true;
        return day;
    }

    private boolean goesBefore(ReferralOutcome end, int day) {
        return outcome == ReferralOutcome.OPEN || day < endedOn || (day == endedOn && end == ReferralOutcome.ANSWERED);
    }

    /** How the referral stands by all that was taken in. */
    public Standing standing() {
        int watchedUntil = observed ? Math.min(asOfDay, shownOpenUntil) : asOfDay;
        return new Standing(outcome, deliveredOn, dueOn, endedOn, watchedUntil, asOfDay);
    }
}
