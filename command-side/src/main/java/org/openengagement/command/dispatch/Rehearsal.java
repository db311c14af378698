package org.openengagement.command.dispatch;

import java.util.function.Function;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.openengagement.ledger.axon.Receipt;

/**
 * Commands decided where nothing is kept: by the same handlers and rules as in the ledger, over streams that are forgotten
 * when the next rehearsal begins. So it is found out whether several commands can be carried out one after the other,
 * before the first of them is.
 *
 * <p>Each rehearsal begins before anything happened, and knows no claims: what the ledger holds already can refuse a command
 * that was rehearsed. For one thread.
 */
public final class Rehearsal {

    private final ForgottenStreams streams = new ForgottenStreams();
    private final CommandBus bus;

    /** @param handlers makes the bus on which the handlers listen, over the event store that they use */
    public Rehearsal(Function<EventStore, CommandBus> handlers) {
        this.bus = handlers.apply(ForgottenEventStore.over(streams));
    }

    /** Forgets what was rehearsed before. */
    public void begin() {
        streams.forget();
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
