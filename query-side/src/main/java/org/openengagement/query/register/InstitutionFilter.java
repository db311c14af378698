package org.openengagement.query.register;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.openengagement.ledger.events.register.InstitutionKind;

/**
 * Which institutions. Conditions are joined by and, the kinds by or; what is {@code null} or empty lets all pass.
 *
 * @param search words that all stand in its names
 * @param kind kinds
 */
record InstitutionFilter(@Nullable String search, @Nullable List<InstitutionKind> kind) {

    boolean admits(InstitutionView institution) {
        return (kind == null || kind.isEmpty() || kind.contains(institution.kind()))
                && (search == null || names(institution, search));
    }

    private static boolean names(InstitutionView institution, String search) {
        String names = String.join(" ", institution.names().values()).toLowerCase(Locale.ROOT);
        for (String word : search.toLowerCase(Locale.ROOT).strip().split("\\s+")) {
            if (!names.contains(word)) {
                return false;
            }
        }
        return true;
    }
}
