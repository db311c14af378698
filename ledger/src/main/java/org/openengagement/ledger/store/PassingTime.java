package org.openengagement.ledger.store;

import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;

/** How time passes for those who record: it only goes forward, whatever any clock shows, and can be waited in. */
public interface PassingTime {

    /** The time of this machine. */
    PassingTime OF_THIS_MACHINE = new PassingTime() {

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
