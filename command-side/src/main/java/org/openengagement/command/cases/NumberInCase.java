package org.openengagement.command.cases;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openengagement.command.dispatch.Refusal;
import org.openengagement.ledger.events.intake.Reference;

/**
 * The public id of something in a case: the case's reference, a dot, and its number there, such as {@code 7H2K9QX4T5.r1}.
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
        String number = parts.matches() ? parts.group(2).toLowerCase(Locale.ROOT) : "";
        if (!number.startsWith(letter)) {
            String shown = typed.length() > 60 ? typed.substring(0, 60) + "..." : typed;
            throw Refusal.invalid(
                    field,
                    "%s is no id of %s: that is a case's reference, a dot and a number, such as 7H2K9QX4T5.%s1."
                            .formatted(shown, what, letter));
        }
        String reference = parts.group(1);
        return new NumberInCase(
                Reference.read(reference)
                        .orElseThrow(() -> Refusal.invalid(field, Reference.whatIsWrongWith(reference))),
                number);
    }

    /** The public id of a number in a case. */
    public static String id(String reference, String number) {
        return Reference.read(reference).orElse(reference) + "." + number;
    }
}
