package org.openengagement.query.standing;

import org.jspecify.annotations.Nullable;

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
    private int observedUntil;

    public StandingReader(Viewpoint asOf) {
        position = asOf.position();
        asOfDay = EpochDays.of(asOf.day());
    }

    public void begin(int delivered, int due) {
        deliveredOn = delivered;
        dueOn = due;
        outcome = ReferralOutcome.OPEN;
        endedOn = EpochDays.NONE;
        observedUntil = EpochDays.NONE;
    }

    /** Facts must come in ledger order. */
    public void learn(FactKind kind, int day, long recordedAt) {
        if (recordedAt > position) {
            return;
        }
        ReferralOutcome end = endBy(kind);
        if (end == null) {
            observedUntil = Math.max(observedUntil, day);
        } else if (day <= asOfDay && goesBefore(end, day)) {
            outcome = end;
            endedOn = day;
        }
    }

    private boolean goesBefore(ReferralOutcome end, int day) {
        return outcome == ReferralOutcome.OPEN || day < endedOn || (day == endedOn && end == ReferralOutcome.ANSWERED);
    }

    private static @Nullable ReferralOutcome endBy(FactKind kind) {
        return switch (kind) {
            case ANSWERED -> ReferralOutcome.ANSWERED;
            case DECLINED -> ReferralOutcome.DECLINED;
            case FORWARDED -> ReferralOutcome.FORWARDED;
            case WITHDRAWN -> ReferralOutcome.WITHDRAWN;
            case OBSERVED -> null;
        };
    }

    public Standing standing() {
        int watchedUntil = observedUntil == EpochDays.NONE ? asOfDay : Math.min(asOfDay, observedUntil);
        return new Standing(outcome, deliveredOn, dueOn, endedOn, watchedUntil, asOfDay);
    }
}
