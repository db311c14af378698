package org.openengagement.command.register;

import java.util.List;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.openengagement.command.dispatch.Outcome;
import org.openengagement.ledger.events.LedgerEvent;

/** The stream of one holiday calendar. */
public final class HolidayCalendarStream {

    @AggregateIdentifier
    private final String stream;

    private HolidayCalendarState state = HolidayCalendarState.NONE;

    public HolidayCalendarStream(String stream) {
        this.stream = stream;
    }

    public HolidayCalendarState state() {
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
