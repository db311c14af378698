package org.openengagement.query.following;

import graphql.GraphQLContext;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.openengagement.query.api.QuestionException;

/** The position that this node's answers reflect, and a place to wait for it. */
public final class Reached {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition advanced = lock.newCondition();
    private final Duration patience;
    private final LongSupplier size;
    private final LongSupplier nanoTime;
    private volatile long position = -1;

    /**
     * @param patience how long a question waits at most, all its fields together
     * @param size how many entries the ledger holds: what it does not hold yet is not waited for
     * @param nanoTime a monotonic clock, in nanoseconds
     */
    public Reached(Duration patience, LongSupplier size, LongSupplier nanoTime) {
        this.patience = patience;
        this.size = size;
        this.nanoTime = nanoTime;
    }

    /** The last position that every answer reflects; -1 for none. */
    public long position() {
        return position;
    }

    /** Says that every answer now reflects a position. */
    void advanceTo(long shown) {
        lock.lock();
        try {
            position = shown;
            advanced.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits until answers reflect a position that the ledger holds. All the waiting of one question together is bounded, however
     * many fields ask for it.
     *
     * @param question what its fields share
     * @throws QuestionException with the code BEHIND, if they do not in time, or the ledger does not hold it
     */
    public void require(long wanted, GraphQLContext question) {
        if (position < wanted && (wanted >= size.getAsLong() || !await(wanted, deadline(question)))) {
            throw QuestionException.behind(wanted, position);
        }
    }

    /** By when the waiting of a question ends: it begins where the first field waits. */
    private long deadline(GraphQLContext question) {
        return question.computeIfAbsent(Reached.class, first -> nanoTime.getAsLong() + patience.toNanos());
    }

    private boolean await(long wanted, long deadline) {
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
