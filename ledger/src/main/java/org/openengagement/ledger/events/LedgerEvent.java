package org.openengagement.ledger.events;

import java.util.List;

/**
 * A fact that the ledger holds for ever. Implementations are records of plain values, in one sealed family per feature.
 *
 * <p>The stored shape outlives these classes: an event is stored under its logical type name and revision, never under a
 * Java class name.
 */
public interface LedgerEvent {

    /**
     * What this event makes unique in the whole ledger, beyond its place in its stream: each is taken once and for ever.
     * Two events that claim the same can never both be recorded.
     *
     * @return the claims, such as {@code reference#7H2K9QX4T5}; empty for most events
     */
    default List<String> claims() {
        return List.of();
    }
}
