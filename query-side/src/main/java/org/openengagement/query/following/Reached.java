package org.openengagement.query.following;

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
    private volatile long position = -1;

    /**
     * @param patience how long a question waits at most
     * @param size how many entries the ledger holds: what it does not hold yet is not waited for
     */
    public Reached(Duration patience, LongSupplier size) {
        this.patience = patience;
        this.size = size;
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
     * Waits until answers reflect a position that the ledger holds.
     *
     * @throws QuestionException with the code BEHIND, if they do not in time, or the ledger does not hold it
     */
    public void require(long wanted) {
        if (position < wanted && (wanted >= size.getAsLong() || !await(wanted))) {
            throw QuestionException.behind(wanted, position);
        }
    }

    private boolean await(long wanted) {
        long left = patience.toNanos();
        lock.lock();
        try {
            while (position < wanted) {
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
