package org.openengagement.ledger.store;

import java.time.Instant;

/** Writes whenever there is something to write, beside whoever else does: correct, but neither fair nor fast. */
final class TakingTurns implements WritingRight {

    private final Instant since;

    TakingTurns(Instant since) {
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
        return Writership.writer("this process", since);
    }

    @Override
    public void close() {
        // There is nothing to hand over.
    }
}
