package org.openengagement.query.figures;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * A referral as a person would note it on paper, seen from one day: nothing in it happened later.
 *
 * @param institution the institution's slug
 * @param delivered the day of delivery
 * @param due the last lawful day
 * @param end ANSWERED, DECLINED, FORWARDED or WITHDRAWN; null while open
 * @param endDay its day
 * @param watchedUntil the last day on which anybody looked
 */
public record PlainReferral(
        String institution,
        LocalDate delivered,
        @Nullable LocalDate due,
        @Nullable String end,
        @Nullable LocalDate endDay,
        LocalDate watchedUntil) {

    boolean ended(String how) {
        return how.equals(end);
    }

    boolean isOpen() {
        return end == null;
    }

    boolean endedBy(LocalDate day) {
        return endDay != null && !endDay.isAfter(day);
    }

    int days() {
        LocalDate last = endDay == null ? watchedUntil : endDay;
        return (int) Math.max(0, ChronoUnit.DAYS.between(delivered, last));
    }
}
