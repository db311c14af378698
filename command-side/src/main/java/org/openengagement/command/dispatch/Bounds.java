package org.openengagement.command.dispatch;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What any text in a command must satisfy. Lengths are in Unicode code points. */
public final class Bounds {

    private static final Pattern SLUG = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,98}[a-z0-9])?");
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8}){0,6}");

    private Bounds() {}

    /**
     * A text that says something.
     *
     * @throws Refusal if it is blank, too long, or not text
     */
    public static String text(String field, String value, int atMost) {
        if (value.isBlank()) {
            throw Refusal.invalid(field, "%s is empty.".formatted(field));
        }
        return textOrEmpty(field, value, atMost);
    }

    /**
     * A text that may be empty.
     *
     * @throws Refusal if it is too long, or not text
     */
    public static String textOrEmpty(String field, String value, int atMost) {
        int length = value.codePointCount(0, value.length());
        if (length > atMost) {
            throw Refusal.invalid(
                    field, "%s is %,d characters long; at most %,d are taken.".formatted(field, length, atMost));
        }
        value.codePoints().filter(Bounds::isNoText).findFirst().ifPresent(odd -> {
            throw Refusal.invalid(
                    field,
                    "%s holds U+%04X, which is not text: control characters and halves of characters are refused."
                            .formatted(field, odd));
        });
        return value;
    }

    /** A text that may be absent, but not blank. */
    public static @Nullable String optional(String field, @Nullable String value, int atMost) {
        return value == null ? null : text(field, value, atMost);
    }

    /** Lower-case letters, digits and inner hyphens, 1 to 100 of them: safe in addresses and stream names. */
    public static String slug(String field, String value) {
        if (!SLUG.matcher(value).matches()) {
            throw Refusal.invalid(
                    field,
                    "%s must be 1 to 100 lower-case letters, digits and hyphens, with no hyphen at either end."
                            .formatted(field));
        }
        return value;
    }

    /** A language tag by BCP 47, such as {@code en} or {@code sr-Latn}. */
    public static String language(String field, String value) {
        if (!LANGUAGE.matcher(value).matches()) {
            throw Refusal.invalid(field, "%s must be a language tag such as en or sr-Latn.".formatted(field));
        }
        return value;
    }

    /** A whole number in a range. */
    public static int within(String field, int value, int least, int most) {
        if (value < least || value > most) {
            throw Refusal.invalid(field, "%s is %,d; it must be from %,d to %,d.".formatted(field, value, least, most));
        }
        return value;
    }

    /** A list that is not too long, and holds nothing twice. */
    public static <T> List<T> list(String field, List<T> values, int atMost) {
        if (values.size() > atMost) {
            throw Refusal.invalid(
                    field, "%s has %,d members; at most %,d are taken.".formatted(field, values.size(), atMost));
        }
        if (values.stream().distinct().count() != values.size()) {
            throw Refusal.invalid(field, "%s names something twice.".formatted(field));
        }
        return List.copyOf(values);
    }

    /** What a case is about: at most 20 topics of at most 100 characters. */
    public static List<String> topics(List<String> topics) {
        topics.forEach(topic -> text("topics", topic, 100));
        return list("topics", topics, 20);
    }

    private static boolean isNoText(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL -> codePoint != '\n' && codePoint != '\r' && codePoint != '\t';
            case Character.SURROGATE -> true;
            default -> false;
        };
    }
}
