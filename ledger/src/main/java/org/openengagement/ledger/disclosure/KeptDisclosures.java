package org.openengagement.ledger.disclosure;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.openengagement.ledger.entry.Disclosure;
import org.openengagement.ledger.store.LedgerUnavailableException;

/**
 * What keeping disclosures needs of the database. Each call is tried once; what is read is what a majority holds, as the
 * primary tells it.
 */
interface KeptDisclosures extends DisclosureReader {

    /** Tries once to add these, each by itself, to a majority and its journals. */
    Addition add(List<Disclosure> disclosures);

    /** How it went. */
    sealed interface Addition {

        /**
         * A majority holds them, but for the events that have a disclosure already: perhaps by an earlier attempt, and perhaps
         * one that no majority holds yet.
         */
        record Done(Set<UUID> thereBefore) implements Addition {}

        /** At least one of them was not added, and trying again will not help. */
        record Refused(RuntimeException cause) implements Addition {}

        /** Any of them may be added or not, or be added later. */
        record Unknown(LedgerUnavailableException cause) implements Addition {}
    }
}
