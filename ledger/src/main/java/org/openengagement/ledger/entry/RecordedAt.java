package org.openengagement.ledger.entry;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** The one way an entry writes an instant: {@code 2026-03-01T09:15:02.113Z}, always with three fraction digits. */
final class RecordedAt {

    /** How many characters it has. */
    static final int LENGTH = 24;

    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT)
            .withZone(ZoneOffset.UTC);

    private RecordedAt() {}

    static String textOf(Instant instant) {
        if (!instant.equals(instant.truncatedTo(ChronoUnit.MILLIS))) {
            throw new IllegalArgumentException("%s is finer than the ledger's milliseconds.".formatted(instant));
        }
        String text = FORMAT.format(instant);
        if (text.length() != LENGTH) {
            throw new IllegalArgumentException("%s is outside the years 0 to 9999.".formatted(instant));
        }
        return text;
    }

    /**
     * @throws DateTimeException if the text is not written in the one way
     */
    static Instant of(String text) {
        if (text.length() != LENGTH) {
            throw new DateTimeException("recordedAt has %d characters, not %d".formatted(text.length(), LENGTH));
        }
        return FORMAT.parse(text, Instant::from);
    }
}
