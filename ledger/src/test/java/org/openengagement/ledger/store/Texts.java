package org.openengagement.ledger.store;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.openengagement.ledger.entry.Disclosure;
import org.openengagement.ledger.entry.SealedField;
import org.openengagement.ledger.events.Audience;

/** What entries say that may have to be erased one day. */
public final class Texts {

    private Texts() {}

    /** The disclosures of all entries of a unit. */
    public static List<Disclosure> of(Unit unit) {
        return unit.entries().stream().map(entry -> of(entry.id())).toList();
    }

    /** The disclosure of an event. */
    public static Disclosure of(UUID event) {
        return new Disclosure(event, Map.of("text", new SealedField("salt", "said in " + event, Audience.PUBLIC)));
    }
}
