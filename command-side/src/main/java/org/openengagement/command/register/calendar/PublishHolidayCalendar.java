package org.openengagement.command.register.calendar;

import java.time.LocalDate;
import java.util.List;
import org.openengagement.command.dispatch.Bounds;
import org.openengagement.command.dispatch.Command;

/**
 * Publishes a version of a holiday calendar, which replaces the one before whole.
 *
 * @param code the calendar, such as {@code gb}
 * @param version counts from 1
 * @param dates every holiday, in any order, without repeats; 1 to 4,000
 */
public record PublishHolidayCalendar(String code, int version, List<LocalDate> dates) implements Command.Plain {

    public PublishHolidayCalendar {
        Bounds.slug("code", code);
        Bounds.within("version", version, 1, 1_000_000);
        Bounds.within("dates", dates.size(), 1, 4_000);
        dates = Bounds.list("dates", dates, 4_000).stream().sorted().toList();
        dates.forEach(date -> Bounds.within("dates", date.getYear(), 1900, 2200));
    }
}
