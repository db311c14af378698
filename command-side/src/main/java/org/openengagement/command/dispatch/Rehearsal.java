package org.openengagement.command.dispatch;

import java.util.List;
import java.util.function.Function;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.openengagement.ledger.axon.Receipt;
import org.openengagement.ledger.entry.RecordedEvent;

/**
 * Commands decided where nothing is kept: by the same handlers and rules as in the ledger, over streams that are forgotten
 * when the next rehearsal begins. So it is found out whether several commands can be carried out one after the other,
 * before the first of them is.
 *
 * <p>Each rehearsal begins before anything happened, or after what it is told of, and knows no claims. For one thread.
 */
public final class Rehearsal {

    private final RehearsalStreams streams = new RehearsalStreams();
    private final CommandBus bus;

    /** @param handlers makes the bus on which the handlers listen, over the event store that they use */
    public Rehearsal(Function<EventStore, CommandBus> handlers) {
        this.bus = handlers.apply(RehearsalEventStore.over(streams));
    }

    /** Forgets what was rehearsed before. */
    public void begin() {
        streams.forget();
    }

    /**
     * Forgets what was rehearsed before, and begins after what the ledger holds.
     *
     * @param recorded whole streams, each in order
     */
    public void beginAfter(List<RecordedEvent> recorded) {
        streams.forget();
        streams.take(recorded);
    }

    /**
     * Decides a command, as if those since the beginning had been carried out.
     *
     * @return what the caller would learn
     * @throws Refusal if it would be refused
     */
    public <R> R dispatch(Command<R> command, Caller caller) {
        return Commands.answer(bus, command, caller, new Receipt());
    }
}
