package org.openengagement.command.streams;

import org.openengagement.ledger.events.LedgerEvent;

/** What the rules need to know of a stream: it follows from the stream's events alone. */
public interface StreamState<S extends StreamState<S>> {

    /**
     * The state after one more event.
     *
     * @throws IllegalArgumentException if such events do not happen to streams of this kind
     */
    S evolve(LedgerEvent event);

    /**
     * What a fold throws at an event that does not belong to its streams.
     *
     * @param stream the kind of stream, such as {@code a case}
     */
    static IllegalArgumentException foreign(LedgerEvent event, String stream) {
        return new IllegalArgumentException(
                "%s does not happen to %s.".formatted(event.getClass().getSimpleName(), stream));
    }
}
