package org.openengagement.ledger.disclosure;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.openengagement.ledger.entry.Disclosure;

/** The values of sealed fields, for those who only read them. */
@FunctionalInterface
public interface DisclosureReader {

    /** Those of these events that are there. */
    Map<UUID, Disclosure> of(Collection<UUID> events);
}
