package org.openengagement.ledger.store;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.function.BooleanSupplier;

/**
 * Whom a write waits for a moment: those who were just answered are likely to come back, and who is written together is
 * answered sooner than who is written in turn.
 *
 * @param count how many are worth the wait
 * @param patience how long it is at most, once the first is there; in nanoseconds
 */
public record Company(int count, long patience) {

    /** Nobody is waited for. */
    public static final Company NONE = new Company(1, 0);

    private static final long LONGEST_PATIENCE = TimeUnit.MILLISECONDS.toNanos(5);

    /** As many as were just answered, for a quarter of what that took, and 5 ms at most. */
    public static Company of(int answered, long nanosTaken) {
        return new Company(answered, Math.min(nanosTaken / 4, LONGEST_PATIENCE));
    }

    /**
     * Waits until all are there who are waited for, or for as long as patience lasts. An interruption ends it, and stays.
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
