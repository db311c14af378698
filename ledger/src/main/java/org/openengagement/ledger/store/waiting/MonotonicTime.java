package org.openengagement.ledger.store.waiting;

import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;

/** Time that only goes forward, whatever the clocks show: it measures and it waits. Tests put their own in its place. */
public interface MonotonicTime {

    /** The time of this machine. */
    MonotonicTime OF_THIS_MACHINE = new MonotonicTime() {

        @Override
        public long nanos() {
            return System.nanoTime();
        }

        @Override
        public void waitBetween(long shortest, long longest) {
            LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(shortest, longest + 1));
        }
    };

    /** Nanoseconds since some moment: only what two of them differ by means anything. */
    long nanos();

    /** Waits for so many nanoseconds; how many, differs from one process and one time to another. */
    void waitBetween(long shortest, long longest);
}
