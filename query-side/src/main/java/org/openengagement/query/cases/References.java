package org.openengagement.query.cases;

import java.util.Locale;
import java.util.regex.Pattern;
import org.openengagement.query.api.QuestionException;

/** Reads public references as people write them. */
public final class References {

    /** Crockford's base 32 has neither I, L, O nor U. */
    private static final Pattern EXACT = Pattern.compile("[0-9A-HJKMNP-TV-Z]{10}");

    /** How much of what is no reference is repeated to whoever wrote it. */
    private static final int LONGEST = 64;

    private References() {}

    /**
     * The reference in its exact form: upper case, without blanks and hyphens; what looks like a 0 or a 1 is one.
     *
     * @throws QuestionException with the code INVALID, if no reference is written so
     */
    public static String exact(String written) {
        String cut = written.substring(0, Math.min(written.length(), LONGEST));
        String exact = cut.toUpperCase(Locale.ROOT)
                .replaceAll("[\\s-]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
        if (cut.length() < written.length() || !EXACT.matcher(exact).matches()) {
            throw QuestionException.invalid(
                    "\"%s\" is not a reference: one has 10 digits and letters, without I, L, O and U, like 7H2K-9QX-4TM."
                            .formatted(cut));
        }
        return exact;
    }
}
