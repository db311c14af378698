package org.openengagement.ledger.axon;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.openengagement.ledger.store.Recorded;

/**
 * Where a command's events were recorded. Axon hands out a handler's result before its commit, so the command carries an
 * empty receipt in its metadata; the engine completes it, and the caller reads it after dispatch.
 */
public final class Receipt {

    private final AtomicReference<Recorded> recorded = new AtomicReference<>();

    /** Says where the command's events stand; the engine calls it once they are durable. */
    public void complete(Recorded where) {
        recorded.set(where);
    }

    /** Where the command's events stand; empty where it recorded none. */
    public Optional<Recorded> recorded() {
        return Optional.ofNullable(recorded.get());
    }
}
