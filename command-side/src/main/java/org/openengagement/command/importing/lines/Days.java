package org.openengagement.command.importing.lines;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.regex.Pattern;

/** Days and instants as files write them: RFC 3339, years 0000 to 9999. */
public final class Days {

    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern INSTANT =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}[Tt]\\d{2}:\\d{2}:\\d{2}(?:\\.\\d{1,9})?(?:[Zz]|[+-]\\d{2}:\\d{2})");
    private static final DateTimeFormatter WITH_OFFSET = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .append(DateTimeFormatter.ISO_OFFSET_DATE_TIME)
            .toFormatter()
            .withResolverStyle(ResolverStyle.STRICT);

    private Days() {}

    /**
     * A day.
     *
     * @throws DateTimeParseException if it is not {@code yyyy-mm-dd}, or no such day exists
     */
    public static LocalDate day(String text) {
        if (!DAY.matcher(text).matches()) {
            throw new DateTimeParseException("not a day", text, 0);
        }
        return LocalDate.parse(text);
    }

    /**
     * A day, or the day of an instant in a zone.
     *
     * @throws DateTimeParseException if it is neither {@code yyyy-mm-dd} nor an RFC 3339 instant with its offset
     */
    public static LocalDate dayOrInstant(String text, ZoneId zone) {
        if (!INSTANT.matcher(text).matches()) {
            return day(text);
        }
        return OffsetDateTime.parse(text, WITH_OFFSET).atZoneSameInstant(zone).toLocalDate();
    }
}
