package org.openengagement.query.figures;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.openengagement.query.standing.EpochDays;

/**
 * Days from one to another, both included.
 *
 * @param from the first day; {@code null}: from the beginning
 * @param to the last day; {@code null}: without end
 */
public record DateRange(@Nullable LocalDate from, @Nullable LocalDate to) {

    /** Whether a day, as days since 1970-01-01, is one of these. {@link EpochDays#NONE} is never one. */
    public boolean contains(int epochDay) {
        return epochDay != EpochDays.NONE && epochDay >= firstEpochDay() && epochDay <= lastEpochDay();
    }

    /** The first day as days since 1970-01-01. */
    public long firstEpochDay() {
        return from == null ? Long.MIN_VALUE : from.toEpochDay();
    }

    /** The last day as days since 1970-01-01. */
    public long lastEpochDay() {
        return to == null ? Long.MAX_VALUE : to.toEpochDay();
    }
}
