package org.openengagement.command.register.institution;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openengagement.command.dispatch.Bounds;
import org.openengagement.command.dispatch.Command;
import org.openengagement.command.dispatch.Refusal;
import org.openengagement.ledger.events.register.Identifier;
import org.openengagement.ledger.events.register.InstitutionKind;

/**
 * Registers an institution.
 *
 * @param slug its name in addresses, unique in the ledger
 * @param name its name in each language, by BCP 47 tag; one at least, none twice whatever its letters' case
 * @param kind what it is
 * @param parent the slug of the institution it belongs to
 * @param identifiers what other registers call it
 * @param topics what it is responsible for
 */
public record RegisterInstitution(
        String slug,
        Map<String, String> name,
        InstitutionKind kind,
        @Nullable String parent,
        List<Identifier> identifiers,
        List<String> topics)
        implements Command.Plain {

    public RegisterInstitution {
        Bounds.slug("slug", slug);
        if (name.isEmpty() || name.size() > 50) {
            throw Refusal.invalid("names", "names must hold the institution's name in 1 to 50 languages.");
        }
        Set<String> languages = new HashSet<>();
        name.forEach((language, text) -> {
            Bounds.language("names", language);
            if (!languages.add(language.toLowerCase(Locale.ROOT))) {
                throw Refusal.invalid(
                        "names",
                        "names holds the language %s twice; capital and small letters are the same in it."
                                .formatted(language));
            }
            Bounds.text("names", text, 300);
        });
        name = Map.copyOf(name);
        if (parent != null) {
            Bounds.slug("parent", parent);
        }
        identifiers.forEach(identifier -> {
            Bounds.text("identifiers", identifier.scheme(), 100);
            Bounds.text("identifiers", identifier.id(), 200);
        });
        identifiers = Bounds.list("identifiers", identifiers, 20);
        topics = Bounds.topics(topics);
    }
}
