package org.openengagement.ledger.events.register;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openengagement.ledger.events.EventName;

/**
 * An institution that proposals can be referred to.
 *
 * @param slug its name in addresses, unique in the ledger
 * @param name its name in each language, by BCP 47 tag
 * @param kind what it is
 * @param parent the slug of the institution it belongs to
 * @param identifiers what other registers call it
 * @param topics what it is responsible for
 */
@EventName("InstitutionRegistered")
public record InstitutionRegistered(
        String slug,
        Map<String, String> name,
        InstitutionKind kind,
        @Nullable String parent,
        List<Identifier> identifiers,
        List<String> topics)
        implements RegisterEvent {}
