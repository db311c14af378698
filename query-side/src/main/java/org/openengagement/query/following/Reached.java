package org.openengagement.query.following;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** The position that this node's answers reflect, and a place to wait for it. */
public final class Reached {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition advanced = lock.newCondition();
    private volatile long position = -1;

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
     * @return whether they do; {@code false} once the time is over, or the thread was interrupted
     */
    public boolean await(long wanted, Duration atMost) {
        if (position >= wanted) {
            return true;
        }
        long left = atMost.toNanos();
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
