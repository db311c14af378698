package org.openengagement.ledger.store.lease;

import java.time.Instant;
import org.openengagement.ledger.store.Writership;

/**
 * The right to write without a lease, for a process that is alone with its database. Several such processes may write to one
 * ledger: nothing is harmed, but they slow each other down.
 */
public final class AlwaysTheWriter implements WritingRight {

    private final String name;
    private final Instant since;

    public AlwaysTheWriter(String name, Instant since) {
        this.name = name;
        this.since = since;
    }

    @Override
    public long tenure() {
        return 0;
    }

    @Override
    public void collided() {
        // It was another's turn.
    }

    @Override
    public Writership writership() {
        return Writership.writer(name, since);
    }

    @Override
    public void close() {
        // There is nothing to hand over.
    }
}
