package org.openengagement.query.figures;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Days from one to another, both included.
 *
 * @param from the first day; {@code null}: from the beginning
 * @param to the last day; {@code null}: without end
 */
public record DateRange(@Nullable LocalDate from, @Nullable LocalDate to) {

    /** No day at all is in no range, not even in one without ends. */
    boolean contains(int epochDay) {
        return epochDay != EpochDays.NONE
                && (from == null || epochDay >= EpochDays.of(from))
                && (to == null || epochDay <= EpochDays.of(to));
    }
}
