package org.openengagement.ledger.entry;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.openengagement.ledger.entry.canonical.CanonicalJson;
import org.openengagement.ledger.entry.canonical.JsonRefusedException;
import tools.jackson.databind.JsonNode;

/** The members of an entry, and what writer and reader alike ask of their values. */
final class EntryMembers {

    static final String ACTOR = "actor";
    static final String CAUSED_BY = "causedBy";
    static final String DATA = "data";
    static final String EFFECTIVE_ON = "effectiveOn";
    static final String ID = "id";
    static final String RECORDED_AT = "recordedAt";
    static final String REVISION = "revision";
    static final String SEALED = "sealed";
    static final String SEQUENCE = "sequence";
    static final String STREAM = "stream";
    static final String TYPE = "type";

    private static final int LATEST_YEAR = 9999;

    private EntryMembers() {}

    static String textOf(LocalDate day) {
        if (day.getYear() < 0 || day.getYear() > LATEST_YEAR) {
            throw new IllegalArgumentException("The day %s is outside the years 0 to %d.".formatted(day, LATEST_YEAR));
        }
        return day.toString();
    }

    /**
     * A day as an entry writes it.
     *
     * @throws DateTimeException if it is none
     */
    static LocalDate day(String text) {
        FixedDigits digits = new FixedDigits(text);
        if (digits.have("0000-00-00")) {
            return LocalDate.of(digits.number(0, 4), digits.number(5, 7), digits.number(8, 10));
        }
        LocalDate other = LocalDate.parse(text);
        var unused = textOf(other);
        return other;
    }

    static long sequence(long sequence) {
        if (sequence < 0 || !CanonicalJson.isExact(sequence)) {
            throw new IllegalArgumentException("%d is no place in a stream.".formatted(sequence));
        }
        return sequence;
    }

    static String stream(String stream) {
        if (stream.isBlank()) {
            throw new IllegalArgumentException("A stream has a name.");
        }
        return stream;
    }

    /**
     * An entry holds objects, arrays, strings, booleans and integers below 2^53 in size. No fractions, since languages differ
     * in how they round; no nulls, since what is absent is left out.
     */
    static void requirePlain(JsonNode value) {
        switch (value.getNodeType()) {
            case OBJECT, ARRAY -> value.forEach(EntryMembers::requirePlain);
            case NUMBER -> requireExactInteger(value);
            case STRING, BOOLEAN -> {}
            case POJO -> throw new JsonRefusedException("A sealed field may not stand in a list.");
            default ->
                throw new JsonRefusedException(
                        "An entry holds no %s; what is absent is left out.".formatted(value.getNodeType()));
        }
    }

    private static void requireExactInteger(JsonNode number) {
        if (!number.isIntegralNumber() || !number.canConvertToLong() || !CanonicalJson.isExact(number.longValue())) {
            throw new JsonRefusedException(
                    "An entry holds only integers below 2^53 in size, not %s.".formatted(number.asString()));
        }
    }
}
