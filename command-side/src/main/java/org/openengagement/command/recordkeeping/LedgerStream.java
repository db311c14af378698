package org.openengagement.command.recordkeeping;

import java.util.List;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.openengagement.command.dispatch.Outcome;
import org.openengagement.ledger.events.LedgerEvent;

/** The ledger's own stream. */
public final class LedgerStream {

    @AggregateIdentifier
    private final String stream;

    private LedgerState state = LedgerState.NONE;

    public LedgerStream(String stream) {
        this.stream = stream;
    }

    public LedgerState state() {
        return state;
    }

    /** Records what was decided. */
    public Outcome record(LedgerEvent decided) {
        AggregateLifecycle.apply(decided);
        return new Outcome(stream, List.of(decided));
    }

    @EventSourcingHandler
    void on(LedgerEvent event) {
        state = state.evolve(event);
    }
}
