package org.openengagement.command.importing.formats;

import java.text.Normalizer;
import java.util.Locale;

/** The names that institutions have in addresses. */
public final class Slugs {

    private Slugs() {}

    /** A name in lower case, its words joined by hyphens, punctuation and accents dropped; empty where nothing is left. */
    public static String of(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9\\s-]", "")
                .strip()
                .replaceAll("[\\s-]+", "-")
                .replaceAll("^-|-$", "");
    }
}
