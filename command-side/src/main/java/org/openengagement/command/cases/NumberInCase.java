package org.openengagement.command.cases;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openengagement.command.dispatch.Refusal;

/**
 * The public id of something in a case: the case's reference, a dot, and its number there, such as {@code 7H2K9QX4TM.r1}.
 *
 * @param reference the case's reference, as typed
 * @param number its number in the case
 */
public record NumberInCase(String reference, String number) {

    private static final Pattern ID = Pattern.compile("([^.]{1,40})\\.([ra][1-9][0-9]{0,5})");

    /** @throws Refusal if this is no such id, naming the input that holds it */
    public static NumberInCase parse(String field, String id) {
        Matcher parts = ID.matcher(id);
        if (!parts.matches()) {
            throw Refusal.notFound(
                    field, "%s is a case's reference, a dot and a number, such as 7H2K9QX4TM.r1.".formatted(field));
        }
        return new NumberInCase(parts.group(1), parts.group(2));
    }

    /** The public id of a number in a case. */
    public static String id(String reference, String number) {
        return Reference.read(reference).orElse(reference) + "." + number;
    }
}
