package org.openengagement.command.clock;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.openengagement.ledger.events.referral.ComputedDeadline.What;

/**
 * Which days are working days: all but Saturdays, Sundays and the days of a holiday calendar.
 *
 * <p>A calendar speaks for whole years, from that of its first day to that of its last. Of other years it says nothing.
 */
public final class WorkingDays {

    private final @Nullable String calendar;
    private final @Nullable Integer version;
    private final SortedSet<LocalDate> holidays;

    private WorkingDays(@Nullable String calendar, @Nullable Integer version, Collection<LocalDate> holidays) {
        this.calendar = calendar;
        this.version = version;
        this.holidays = new TreeSet<>(holidays);
    }

    /** Saturdays and Sundays only. */
    public static WorkingDays withoutHolidays() {
        return new WorkingDays(null, null, Set.of());
    }

    /** By a version of a calendar. */
    public static WorkingDays of(String calendar, int version, Collection<LocalDate> holidays) {
        return new WorkingDays(calendar, version, holidays);
    }

    /** By a calendar that the ledger does not hold: it says nothing of any year. */
    public static WorkingDays unpublished(String calendar) {
        return new WorkingDays(calendar, null, Set.of());
    }

    /** Why a day is no working day; empty for a working day. A holiday on a weekend is a weekend. */
    Optional<What> whyNot(LocalDate day) {
        if (day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY) {
            return Optional.of(What.WEEKEND);
        }
        return holidays.contains(day) ? Optional.of(What.HOLIDAY) : Optional.empty();
    }

    /** Whether the calendar speaks for a day; always, where none is meant to. */
    boolean speaksFor(LocalDate day) {
        if (calendar == null) {
            return true;
        }
        return !holidays.isEmpty()
                && day.getYear() >= holidays.first().getYear()
                && day.getYear() <= holidays.last().getYear();
    }

    @Nullable
    String calendar() {
        return calendar;
    }

    @Nullable
    Integer version() {
        return version;
    }
}
