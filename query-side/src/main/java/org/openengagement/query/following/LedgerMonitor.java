package org.openengagement.query.following;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.openengagement.ledger.disclosure.OpenedLedger;
import org.openengagement.ledger.store.LedgerUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether the ledger answers this node, and what was last heard of it: asked for its size again and again, so that no request
 * has to find out by waiting.
 */
public final class LedgerMonitor {

    /** A database that has not answered for so long counts as away, even if an answer still comes. */
    static final Duration LONGEST_ANSWER = Duration.ofSeconds(5);

    private static final Logger LOG = LoggerFactory.getLogger(LedgerMonitor.class);

    private final OpenedLedger ledger;
    private final ReachedPosition reached;
    private final InstantSource clock;
    private final LongSupplier nanoTime;
    private volatile long size;
    private volatile @Nullable Instant awaySince;
    private volatile @Nullable Instant currentAt;
    private volatile @Nullable Long askedAt;

    /**
     * @param reached what this node's answers reflect
     * @param clock for people: when something was so
     * @param nanoTime a monotonic clock, in nanoseconds
     */
    public LedgerMonitor(OpenedLedger ledger, ReachedPosition reached, InstantSource clock, LongSupplier nanoTime) {
        this.ledger = ledger;
        this.reached = reached;
        this.clock = clock;
        this.nanoTime = nanoTime;
    }

    /** Asks the ledger for its size. From one thread at a time. */
    void ask() {
        Instant now = clock.instant();
        askedAt = nanoTime.getAsLong();
        try {
            heard(ledger.size(), now);
        } catch (LedgerUnavailableException unanswered) {
            missed(unanswered);
        } finally {
            askedAt = null;
        }
    }

    private void heard(long entries, Instant when) {
        size = entries;
        if (reached.position() >= entries - 1) {
            currentAt = when;
        }
        if (awaySince != null) {
            LOG.info("The ledger answers again, after it was away since {}.", awaySince);
            awaySince = null;
        }
    }

    private void missed(LedgerUnavailableException why) {
        if (awaySince == null) {
            awaySince = clock.instant();
            LOG.warn(
                    "The ledger does not answer ({}). Lists, searches and figures go on from position {}.",
                    (why.getCause() == null ? why : why.getCause()).getMessage(),
                    reached.position());
        }
    }

    /** Whether the ledger does not answer just now. */
    public boolean isAway() {
        Long waitingSince = askedAt;
        return awaySince != null
                || (waitingSince != null && nanoTime.getAsLong() - waitingSince > LONGEST_ANSWER.toNanos());
    }

    /** How many entries the ledger held when it last answered. */
    public long size() {
        return Math.max(size, reached.position() + 1);
    }

    /** How old this node's answers are. */
    public Freshness freshness() {
        long position = reached.position();
        return new Freshness(
                position, Math.max(0, size - 1 - position), later(currentAt, reached.recordedAt()), !isAway());
    }

    private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isAfter(other) ? one : other;
    }
}
