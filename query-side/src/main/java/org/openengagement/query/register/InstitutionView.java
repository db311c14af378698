package org.openengagement.query.register;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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

    /**
     * Its name in the first of some languages that it has one in, else in any, else its slug. A language is looked up as RFC
     * 4647, section 3.4 says: case does not matter, and who asks for mk-MK gets mk where there is no name in mk-MK.
     */
    public String name(List<String> languages) {
        return languages.stream()
                .flatMap(InstitutionView::withLessAndLess)
                .flatMap(this::named)
                .findFirst()
                .or(() -> names.entrySet().stream()
                        .min(Map.Entry.comparingByKey())
                        .map(Map.Entry::getValue))
                .orElse(slug);
    }

    private Stream<String> named(String tag) {
        return names.entrySet().stream()
                .filter(name -> name.getKey().equalsIgnoreCase(tag))
                .map(Map.Entry::getValue);
    }

    /** The tag, then each time without its last subtag; one of a single character only announces the next. */
    private static Stream<String> withLessAndLess(String tag) {
        return Stream.iterate(tag, rest -> !rest.isEmpty(), rest -> {
            int end = rest.lastIndexOf('-');
            return end < 0 ? "" : rest.substring(0, end >= 2 && rest.charAt(end - 2) == '-' ? end - 2 : end);
        });
    }
}
