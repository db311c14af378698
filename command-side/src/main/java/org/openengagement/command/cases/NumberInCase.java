package org.openengagement.command.cases;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openengagement.command.dispatch.Refusal;

/**
 * The public id of something in a case: the case's reference, a dot, and its number there, such as {@code 7H2K9QX4TM.r1}.
 *
 * @param reference the case's reference, as the ledger writes it
 * @param number its number in the case
 */
public record NumberInCase(String reference, String number) {

    private static final Pattern ID = Pattern.compile("([^.]{1,40})\\.([RA][1-9][0-9]{0,8})");

    /**
     * The id of a referral, as somebody typed it: as forgiving as reading a reference is.
     *
     * @throws Refusal if this is no such id, naming the input that holds it
     */
    public static NumberInCase ofReferral(String field, String typed) {
        return read(field, typed, "r", "a referral");
    }

    /**
     * The id of an answer, in the same way.
     *
     * @throws Refusal if this is no such id, naming the input that holds it
     */
    public static NumberInCase ofResponse(String field, String typed) {
        return read(field, typed, "a", "an answer");
    }

    private static NumberInCase read(String field, String typed, String letter, String what) {
        Matcher parts = ID.matcher(typed.strip().toUpperCase(Locale.ROOT));
        if (parts.matches()) {
            Optional<String> reference = Reference.read(parts.group(1));
            String number = parts.group(2).toLowerCase(Locale.ROOT);
            if (reference.isPresent() && number.startsWith(letter)) {
                return new NumberInCase(reference.get(), number);
            }
        }
        throw Refusal.invalid(
                field,
                "%s is no id of %s: that is a case's reference, a dot and a number, such as 7H2K9QX4TM.%s1."
                        .formatted(Reference.shown(typed), what, letter));
    }

    /** The public id of a number in a case. */
    public static String id(String reference, String number) {
        return Reference.read(reference).orElse(reference) + "." + number;
    }
}
