package org.openengagement.ledger.store;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * One write to the ledger: the entries of one or more units, at neighbouring positions.
 *
 * @param first the position of its first entry
 * @param batch tells this write from any other that was meant for the same position
 * @param recordedAt when the ledger learnt its entries
 * @param claims what it takes in the ledger, for each unit: the place of its first entry in its stream, the unit's own
 *     claims, the places of its other entries; so each claim leads to the unit that took it
 * @param entries one or more
 * @param requests what makes its units idempotent
 */
record Commit(
        long first,
        UUID batch,
        Instant recordedAt,
        List<String> claims,
        List<StoredEntry> entries,
        List<CommittedRequest> requests) {

    /**
     * A request with the place of the unit that it led to.
     *
     * @param request what makes the unit idempotent
     * @param first the position of the unit's first entry
     * @param count how many entries the unit has
     */
    record CommittedRequest(Request request, long first, int count) {}

    /** Where the ledger ends after it. */
    Head head() {
        return new Head(first + entries.size(), recordedAt);
    }
}
