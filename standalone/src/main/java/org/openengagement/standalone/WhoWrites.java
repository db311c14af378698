package org.openengagement.standalone;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.openengagement.ledger.store.LedgerStore;
import org.openengagement.ledger.store.Writership;

/** Finds out whether this process writes to the ledger, where several could. */
final class WhoWrites {

    /** Longer than the lease of one who died is respected. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final Duration LOOK_EVERY = Duration.ofMillis(50);

    private WhoWrites() {}

    /**
     * Waits until this process has the writer's lease, or has seen that another keeps it.
     *
     * @return the other one, for people; empty: this process writes
     * @throws RefusedException if neither comes to be
     */
    static Optional<String> other(LedgerStore store) {
        long began = System.nanoTime();
        while (System.nanoTime() - began < PATIENCE.toNanos()) {
            Writership writership = store.writership();
            if (writership.writer()) {
                return Optional.empty();
            }
            if (writership.holderIsAlive() && writership.holder() != null) {
                return Optional.of(writership.holder());
            }
            LockSupport.parkNanos(LOOK_EVERY.toNanos());
        }
        throw new RefusedException(
                "It cannot be found out who writes to the ledger: its database does not answer in time.");
    }
}
