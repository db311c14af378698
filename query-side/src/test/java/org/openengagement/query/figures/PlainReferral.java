package org.openengagement.query.figures;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A referral as a person would note it on paper, seen from one day: of what happened later it shows only that it was open
 * until then.
 *
 * @param institution the institution's slug
 * @param delivered the day of delivery
 * @param due the last lawful day
 * @param end ANSWERED, DECLINED, FORWARDED or WITHDRAWN; null while open
 * @param endDay its day
 * @param watchedUntil while open: the last day on which it is known to have been open
 */
public record PlainReferral(
        String institution,
        LocalDate delivered,
        @Nullable LocalDate due,
        @Nullable String end,
        @Nullable LocalDate endDay,
        LocalDate watchedUntil) {

    /**
     * Without any look at its source somebody watches it every day. Else it was seen open on the day of each look, and until each
     * end: also one that had not happened by the day.
     */
    static LocalDate watchedUntil(List<LocalDate> looks, List<LocalDate> ends, LocalDate day) {
        if (looks.isEmpty()) {
            return day;
        }
        LocalDate last = Stream.concat(looks.stream(), ends.stream())
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return last.isBefore(day) ? last : day;
    }

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
