package org.openengagement.command.importing.formats;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** The names that institutions have in addresses. */
public final class Slugs {

    private static final Pattern LOST = Pattern.compile("[\\p{L}\\p{N}&&[^a-z0-9]]");

    private Slugs() {}

    /**
     * A name in lower case, its words joined by hyphens, punctuation and accents dropped. Empty where nothing is left, and where
     * a letter or a digit would be lost: two institutions must not become one because they are written in another alphabet.
     */
    public static String of(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\p{M}", "");
        if (LOST.matcher(plain).find()) {
            return "";
        }
        return plain.replaceAll("[^a-z0-9\\s-]", "")
                .strip()
                .replaceAll("[\\s-]+", "-")
                .replaceAll("^-|-$", "");
    }
}
