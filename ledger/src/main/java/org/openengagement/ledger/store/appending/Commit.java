package org.openengagement.ledger.store.appending;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.openengagement.ledger.store.Request;
import org.openengagement.ledger.store.StoredEntry;

/**
 * One write to the ledger: the entries of one or more units, at neighbouring positions.
 *
 * @param first the position of its first entry
 * @param batch tells this write from any other that was meant for the same position
 * @param recordedAt when the ledger learnt its entries
 * @param claims what it takes in the ledger, for each unit: the place of its first entry in its stream, the unit's own
 *     claims, the places of its other entries; so each claim leads to the unit that took it
 * @param units how many entries each unit has, in order: the stored boundaries between what one command recorded and the next
 * @param entries one or more
 * @param requests what makes its units idempotent
 */
public record Commit(
        long first,
        UUID batch,
        Instant recordedAt,
        List<String> claims,
        List<Integer> units,
        List<StoredEntry> entries,
        List<CommittedRequest> requests) {

    /** @throws IllegalArgumentException if the units do not part the entries among them */
    public Commit {
        if (units.stream().anyMatch(count -> count < 1) || sum(units) != entries.size()) {
            throw new IllegalArgumentException("%d entries cannot be of units of %s.".formatted(entries.size(), units));
        }
    }

    /**
     * A request with the place of the unit that it led to.
     *
     * @param request what makes the unit idempotent
     * @param first the position of the unit's first entry
     * @param count how many entries the unit has
     */
    public record CommittedRequest(Request request, long first, int count) {}

    /**
     * For each entry the position of the last one of its unit.
     *
     * @param first the position of the first entry
     * @param units how many entries each unit has, in order
     */
    public static List<Long> lastOfUnits(long first, List<Integer> units) {
        List<Long> lasts = new ArrayList<>();
        for (int count : units) {
            long last = first + lasts.size() + count - 1;
            lasts.addAll(Collections.nCopies(count, last));
        }
        return lasts;
    }

    private static long sum(List<Integer> units) {
        return units.stream().mapToLong(Integer::longValue).sum();
    }

    /** Where the ledger ends after it. */
    public Head head() {
        return new Head(first + entries.size(), recordedAt);
    }
}
