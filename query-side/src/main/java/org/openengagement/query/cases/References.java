package org.openengagement.query.cases;

import java.util.Locale;

/** Reads public references as people write them. */
public final class References {

    private static final int LONGEST = 64;

    private References() {}

    /**
     * The reference in its exact form: upper case, without blanks and hyphens; what looks like a 0 or a 1 is one, since
     * Crockford's base 32 knows neither O, I nor L.
     */
    public static String exact(String written) {
        String cut = written.substring(0, Math.min(written.length(), LONGEST));
        return cut.toUpperCase(Locale.ROOT)
                .replaceAll("[\\s-]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
    }
}
