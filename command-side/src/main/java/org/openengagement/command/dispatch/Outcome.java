package org.openengagement.command.dispatch;

import java.util.List;
import org.openengagement.ledger.events.LedgerEvent;

/**
 * What a command recorded.
 *
 * @param stream the stream it recorded in
 * @param events its events, in order; one at least
 */
public record Outcome(String stream, List<LedgerEvent> events) {

    public Outcome {
        events = List.copyOf(events);
    }

    /**
     * The first event of a type.
     *
     * @throws IllegalStateException if there is none, which no command of ours leads to
     */
    public <E extends LedgerEvent> E first(Class<E> type) {
        return events.stream()
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("%s holds no %s".formatted(stream, type.getSimpleName())));
    }
}
