package org.openengagement.command.streams;

import org.openengagement.ledger.events.LedgerEvent;

/** What the rules need to know of a stream: it follows from the stream's events alone. */
public interface StreamState<S extends StreamState<S>> {

    /** The state after one more event. */
    S evolve(LedgerEvent event);
}
