package org.openengagement.ledger.store.waiting;

import java.time.Duration;

/** Waits between attempts: longer each time, and never in step with another process that waits for the same. */
public final class Pause {

    private static final long SHORTEST = Duration.ofMillis(2).toNanos();
    private static final long LONGEST = Duration.ofMillis(500).toNanos();
    private static final int DOUBLINGS = 8;

    private final MonotonicTime time;
    private int attempts;

    public Pause(MonotonicTime time) {
        this.time = time;
    }

    /** Waits once more. */
    public void take() {
        long longest = Math.min(LONGEST, SHORTEST << Math.min(attempts, DOUBLINGS));
        attempts++;
        time.waitBetween(longest / 2, longest);
    }
}
