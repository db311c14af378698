package org.openengagement.ledger.store.mongo;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.openengagement.ledger.store.LedgerReader;
import org.openengagement.ledger.store.StoredEntry;
import org.openengagement.ledger.store.appending.Commit;
import org.openengagement.ledger.store.appending.StreamPlace;

/** Reads entries by stream: asks for its places by name, a bounded number at a time, so that nothing is scanned. */
final class StreamReader {

    private static final int PLACES_AT_ONCE = 64;
    private static final int DOUBLINGS = 40;

    private final CommitReader commits;
    private final ClaimReader claims;

    StreamReader(CommitReader commits, ClaimReader claims) {
        this.commits = commits;
        this.claims = claims;
    }

    /** See {@link LedgerReader#readStream}. */
    List<StoredEntry> read(String stream, long fromSequence) {
        SortedMap<Long, StoredEntry> found = new TreeMap<>();
        long next = fromSequence;
        boolean more = true;
        while (more) {
            List<String> places = LongStream.range(next, next + PLACES_AT_ONCE)
                    .mapToObj(sequence -> StreamPlace.claim(stream, sequence))
                    .toList();
            look(stream, fromSequence, places, found);
            long asked = next + PLACES_AT_ONCE;
            next = found.isEmpty() ? next : found.lastKey() + 1;
            more = next >= asked;
        }
        fillGaps(stream, fromSequence, found);
        return List.copyOf(found.values());
    }

    private void look(String stream, long fromSequence, List<String> places, SortedMap<Long, StoredEntry> found) {
        for (Commit commit : commits.holding(places)) {
            for (StoredEntry entry : commit.entries()) {
                if (entry.stream().equals(stream) && entry.sequence() >= fromSequence) {
                    found.put(entry.sequence(), entry);
                }
            }
        }
    }

    /**
     * A long answer is not of one moment: what is recorded while it is read can be passed over, and what is recorded after
     * that be found. Whatever stands before a place that was found is there by now.
     */
    private void fillGaps(String stream, long fromSequence, SortedMap<Long, StoredEntry> found) {
        if (found.isEmpty() || found.size() == found.lastKey() - fromSequence + 1) {
            return;
        }
        long last = found.lastKey();
        List<String> missing = LongStream.range(fromSequence, last)
                .filter(place -> !found.containsKey(place))
                .mapToObj(place -> StreamPlace.claim(stream, place))
                .toList();
        look(stream, fromSequence, missing, found);
        for (long place = fromSequence; place <= last; place++) {
            if (!found.containsKey(place)) {
                throw new IllegalStateException(
                        "The stream %s has an entry at place %d, but none at %d.".formatted(stream, last, place));
            }
        }
    }

    /** See {@link LedgerReader#lastSequence}: places are taken without a gap, so that the last one can be narrowed down. */
    Optional<Long> lastSequence(String stream) {
        long last = lastTaken(stream, LongStream.range(0, DOUBLINGS).map(power -> (1L << power) - 1));
        if (last < 0) {
            return Optional.empty();
        }
        long beyond = last * 2 + 2;
        while (beyond - last > 1) {
            long step = Math.max(1, (beyond - last) / PLACES_AT_ONCE);
            long lowest = last;
            long highest = beyond;
            long higher = lastTaken(
                    stream, LongStream.iterate(lowest + step, place -> place < highest, place -> place + step));
            last = Math.max(last, higher);
            beyond = Math.min(beyond, last + step);
        }
        return Optional.of(last);
    }

    private long lastTaken(String stream, LongStream places) {
        Map<String, Long> names = new TreeMap<>();
        places.forEach(place -> names.put(StreamPlace.claim(stream, place), place));
        return claims.taken(names.keySet()).keySet().stream()
                .mapToLong(name -> names.getOrDefault(name, -1L))
                .max()
                .orElse(-1);
    }
}
