package org.openengagement.command.streams;

import java.util.List;
import java.util.function.Function;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.openengagement.command.dispatch.Outcome;
import org.openengagement.ledger.events.LedgerEvent;

/** One stream, with the state that its events lead to. */
public final class StreamOf<S extends StreamState<S>> {

    @AggregateIdentifier
    private final String stream;

    private S state;

    StreamOf(String stream, S none) {
        this.stream = stream;
        this.state = none;
    }

    Outcome change(Function<S, List<LedgerEvent>> decide) {
        List<LedgerEvent> decided = decide.apply(state);
        decided.forEach(AggregateLifecycle::apply);
        return new Outcome(stream, decided);
    }

    @EventSourcingHandler
    void on(LedgerEvent event) {
        state = state.evolve(event);
    }
}
