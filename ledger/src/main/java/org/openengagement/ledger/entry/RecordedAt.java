package org.openengagement.ledger.entry;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
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
        FixedDigits digits = new FixedDigits(text);
        if (digits.have("0000-00-00T00:00:00.000Z")) {
            return LocalDateTime.of(
                            digits.number(0, 4),
                            digits.number(5, 7),
                            digits.number(8, 10),
                            digits.number(11, 13),
                            digits.number(14, 16),
                            digits.number(17, 19),
                            1_000_000 * digits.number(20, 23))
                    .toInstant(ZoneOffset.UTC);
        }
        return FORMAT.parse(text, Instant::from);
    }
}
