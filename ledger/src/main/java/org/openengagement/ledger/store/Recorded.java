package org.openengagement.ledger.store;

import java.time.Instant;

/**
 * A unit is durable.
 *
 * @param first the position of its first entry
 * @param count how many entries it has
 * @param recordedAt when the ledger learnt it
 */
public record Recorded(long first, int count, Instant recordedAt) {

    /** The position of its last entry. */
    public long last() {
        return first + count - 1;
    }
}
