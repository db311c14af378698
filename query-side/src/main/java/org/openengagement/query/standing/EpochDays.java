package org.openengagement.query.standing;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Days as whole numbers from 1970-01-01. */
public final class EpochDays {
    /** No such day. */
    public static final int NONE = Integer.MIN_VALUE;

    /** So far away that no source means it, and near enough that the difference of two days is still an int. */
    private static final int FARTHEST = 1_000_000_000;

    private EpochDays() {}

    public static int of(@Nullable LocalDate day) {
        return day == null ? NONE : Math.clamp(day.toEpochDay(), -FARTHEST, FARTHEST);
    }

    /** The day of such a number; {@code null} for {@link #NONE}. */
    static @Nullable LocalDate day(int epochDay) {
        return epochDay == NONE ? null : LocalDate.ofEpochDay(epochDay);
    }
}
