package org.openengagement.query.api;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Days, both ends inclusive.
 *
 * @param from the first day; {@code null}: from the beginning
 * @param to the last day; {@code null}: without end
 */
public record DateRange(@Nullable LocalDate from, @Nullable LocalDate to) {

    /** The first day as days since 1970-01-01. */
    public int firstEpochDay() {
        return from == null ? Integer.MIN_VALUE : Math.toIntExact(from.toEpochDay());
    }

    /** The last day as days since 1970-01-01. */
    public int lastEpochDay() {
        return to == null ? Integer.MAX_VALUE : Math.toIntExact(to.toEpochDay());
    }
}
