package org.openengagement.ledger.store;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;

/** Waits between attempts: longer each time, and never in step with another process that waits for the same. */
final class Pause {

    private static final long SHORTEST = Duration.ofMillis(2).toNanos();
    private static final long LONGEST = Duration.ofMillis(500).toNanos();
    private static final int DOUBLINGS = 8;

    private int attempts;

    void take() {
        long longest = Math.min(LONGEST, SHORTEST << Math.min(attempts, DOUBLINGS));
        attempts++;
        LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(longest / 2, longest + 1));
    }
}
