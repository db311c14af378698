package org.openengagement.query.following;

import graphql.GraphQLContext;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.openengagement.query.api.RequestException;

/** The position that this node's answers reflect, and a place to wait for it. */
public final class ReachedPosition {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition advanced = lock.newCondition();
    private final Duration patience;
    private final LongSupplier size;
    private final LongSupplier nanoTime;
    private final LongAdder waits = new LongAdder();
    private final LongAdder waitsInVain = new LongAdder();
    private volatile long position = -1;
    private volatile @Nullable Instant recordedAt;

    /**
     * @param patience how long a request waits at most, all its fields together
     * @param size how many entries the ledger holds: what it does not hold yet is not waited for
     * @param nanoTime a monotonic clock, in nanoseconds
     */
    public ReachedPosition(Duration patience, LongSupplier size, LongSupplier nanoTime) {
        this.patience = patience;
        this.size = size;
        this.nanoTime = nanoTime;
    }

    /** The last position that every answer reflects; -1 for none. */
    public long position() {
        return position;
    }

    /** When the entry at that position was recorded; {@code null} while nothing was taken in since the start. */
    @Nullable
    Instant recordedAt() {
        return recordedAt;
    }

    /** How many requests waited. */
    long waits() {
        return waits.sum();
    }

    /** How many requests were told that this node is behind. */
    long waitsInVain() {
        return waitsInVain.sum();
    }

    /** Says that every answer now reflects a position. It never goes back: an index that is made anew is not shown before. */
    void advanceTo(long shown, @Nullable Instant recorded) {
        lock.lock();
        try {
            if (shown > position) {
                position = shown;
                recordedAt = recorded == null ? recordedAt : recorded;
                advanced.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits until answers reflect a position that the ledger holds. All the waiting of one request together is bounded, however
     * many fields ask for it.
     *
     * @param context what the fields of the request share
     * @throws RequestException with the code BEHIND, if they do not in time, or the ledger does not hold it
     */
    public void require(long wanted, GraphQLContext context) {
        if (position < wanted && (wanted >= size.getAsLong() || !await(wanted, deadline(context)))) {
            waitsInVain.increment();
            throw RequestException.behind(wanted, position);
        }
    }

    /** By when the waiting of a request ends. It begins where the first field waits. */
    private long deadline(GraphQLContext context) {
        return context.computeIfAbsent(ReachedPosition.class, first -> nanoTime.getAsLong() + patience.toNanos());
    }

    private boolean await(long wanted, long deadline) {
        waits.increment();
        lock.lock();
        try {
            for (long left = deadline - nanoTime.getAsLong(); position < wanted; ) {
                if (left <= 0) {
                    return false;
                }
                left = advanced.awaitNanos(left);
            }
            return true;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }
}
