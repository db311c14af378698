package org.openengagement.command.dispatch;

import java.time.Duration;
import java.util.random.RandomGenerator;
import org.openengagement.ledger.store.LedgerUnavailableException;

/** Waits between two attempts at one command, the longer the more there were. */
@FunctionalInterface
public interface BackOff {

    /** Returns when the attempt of this number, from 2, may be made. */
    void before(int attempt);

    /**
     * From 2 ms, doubling up to 250 ms, each at random between half and the whole of it, so that those who collided once do
     * not collide in step for ever.
     */
    static BackOff doubling(RandomGenerator random) {
        return attempt -> {
            long whole = Math.min(250, 1L << Math.min(attempt - 1, 10));
            try {
                Thread.sleep(Duration.ofMillis(whole / 2 + random.nextLong(whole / 2 + 1)));
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new LedgerUnavailableException(
                        "The server is stopping. Nothing was recorded; please try again.", interrupted);
            }
        };
    }
}
