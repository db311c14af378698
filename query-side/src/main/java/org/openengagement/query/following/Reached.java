package org.openengagement.query.following;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.openengagement.query.api.QuestionException;

/** The position that this node's answers reflect, and a place to wait for it. */
public final class Reached {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition advanced = lock.newCondition();
    private final Duration patience;
    private volatile long position = -1;

    /**
     * @param patience how long a question waits at most
     */
    public Reached(Duration patience) {
        this.patience = patience;
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
     * Waits until answers reflect a position.
     *
     * @throws QuestionException with the code BEHIND, if they do not in time
     */
    public void require(long wanted) {
        if (position < wanted && !await(wanted)) {
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
