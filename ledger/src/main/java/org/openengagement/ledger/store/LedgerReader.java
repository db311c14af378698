package org.openengagement.ledger.store;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The ledger for those who only read it. Every answer is of what a majority holds.
 *
 * <p>All methods may be called from many threads at once.
 *
 * @throws LedgerUnavailableException from every method, when the store cannot be reached or does not answer in time
 */
public interface LedgerReader extends AutoCloseable {

    /** How many entries the ledger holds: the next position to be taken. */
    long size();

    /**
     * Entries by position, without a gap.
     *
     * @param from the first position wanted
     * @param atMost how many at most, 1 to 10,000; fewer are returned where their bytes exceed 8 MB (always at least one)
     * @return the entries from there on; empty at the head
     */
    List<StoredEntry> read(long from, int atMost);

    /**
     * The entries of a stream, in order.
     *
     * @param fromSequence the first place wanted, from 0
     * @return all of them from there on; empty where there are none
     */
    List<StoredEntry> readStream(String stream, long fromSequence);

    /** The place of a stream's last entry; empty where the stream does not exist. */
    Optional<Long> lastSequence(String stream);

    /** The position of the first entry recorded at or after an instant; {@link #size()} where there is none. */
    long firstPositionAt(Instant instant);

    /**
     * Which of some claims are taken.
     *
     * @return each with the position of the entry that took its place in a stream, or of the first entry of the unit that
     *     took another claim
     */
    Map<String, Long> taken(Collection<String> claims);

    /** The command that took a request's claim. */
    Optional<RecordedRequest> request(String claim);

    /** The claims out of these that nobody has taken. */
    default Set<String> free(Collection<String> claims) {
        Map<String, Long> taken = taken(claims);
        return claims.stream().filter(claim -> !taken.containsKey(claim)).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Has a listener told whenever the ledger may have grown: at once after an append of this process, soon after one of
     * another. It may be told without need, and must return quickly.
     *
     * @return ends it
     */
    Subscription whenGrown(Runnable listener);

    @Override
    void close();

    /** Goes on until it is closed. */
    interface Subscription extends AutoCloseable {

        @Override
        void close();
    }
}
