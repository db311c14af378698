package org.openengagement.ledger.store.waiting;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.function.BooleanSupplier;

/**
 * How long a write is held back, so that more can be written with it. Callers that were just answered are likely to come back
 * at once, and one write for all of them is faster than one write each.
 *
 * @param count how many callers to wait for
 * @param patience how long to wait for them at most, once the first is there; in nanoseconds
 */
public record GroupCommitDelay(int count, long patience) {

    /** No delay. */
    public static final GroupCommitDelay NONE = new GroupCommitDelay(1, 0);

    private static final long LONGEST_PATIENCE = TimeUnit.MILLISECONDS.toNanos(5);

    /** As many as were just answered, for a quarter of what that took, and 5 ms at most. */
    public static GroupCommitDelay of(int answered, long nanosTaken) {
        return new GroupCommitDelay(answered, Math.min(nanosTaken / 4, LONGEST_PATIENCE));
    }

    /**
     * Waits until all of them are there, or the patience is over. An interrupt ends the wait and stays set.
     *
     * @param somebodyCame signalled when that may be so; its lock is held
     */
    public void awaitUntil(BooleanSupplier allAreThere, Condition somebodyCame) {
        long left = patience;
        try {
            while (!allAreThere.getAsBoolean() && left > 0) {
                left = somebodyCame.awaitNanos(left);
            }
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }
}
