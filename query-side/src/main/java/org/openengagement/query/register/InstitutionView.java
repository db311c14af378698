package org.openengagement.query.register;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openengagement.ledger.events.register.Identifier;
import org.openengagement.ledger.events.register.InstitutionKind;

/**
 * An institution as the register holds it.
 *
 * @param slug its name in addresses
 * @param names its name in each language, by BCP 47 tag
 * @param kind what it is
 * @param parent the slug of the institution it belongs to
 * @param identifiers what other registers call it
 * @param topics what it is responsible for
 * @param position the position of its registration
 */
public record InstitutionView(
        String slug,
        Map<String, String> names,
        InstitutionKind kind,
        @Nullable String parent,
        List<Identifier> identifiers,
        List<String> topics,
        long position) {

    /** Its type in global ids. */
    public static final String TYPE = "Institution";

    /** Its name in the first of some languages that it has one in, else in any, else its slug. */
    public String name(List<String> languages) {
        return languages.stream()
                .map(names::get)
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .or(() -> names.entrySet().stream()
                        .min(Map.Entry.comparingByKey())
                        .map(Map.Entry::getValue))
                .orElse(slug);
    }
}
