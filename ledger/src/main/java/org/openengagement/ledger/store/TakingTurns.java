package org.openengagement.ledger.store;

import java.time.Instant;

/**
 * Writes whenever there is something to write: the right of one who is alone. Beside others who do the same it is correct, but
 * neither fair nor fast.
 */
final class TakingTurns implements WritingRight {

    private final String name;
    private final Instant since;

    TakingTurns(String name, Instant since) {
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
