package org.openengagement.command.streams;

import java.util.List;
import java.util.function.Function;
import org.axonframework.eventsourcing.AggregateFactory;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.modelling.command.Repository;
import org.openengagement.command.dispatch.Outcome;
import org.openengagement.ledger.events.LedgerEvent;

/** All streams of one kind: a slice says what it decides on the state of one, and the events are recorded on it. */
public final class StreamsOf<S extends StreamState<S>> {

    private final Repository<StreamOf<S>> repository;
    private final S none;

    /**
     * @param repository makes and loads them
     * @param none the state of a stream without events
     */
    public StreamsOf(Repository<StreamOf<S>> repository, S none) {
        this.repository = repository;
        this.none = none;
    }

    /** The streams that an event store holds. */
    public static <S extends StreamState<S>> StreamsOf<S> in(EventStore eventStore, S none) {
        return new StreamsOf<>(Repositories.of(eventStore, factory(none)), none);
    }

    /** How Axon makes one. */
    public static <S extends StreamState<S>> AggregateFactory<StreamOf<S>> factory(S none) {
        @SuppressWarnings("unchecked") // a class literal knows nothing of the state
        Class<StreamOf<S>> type = (Class<StreamOf<S>>) (Class<?>) StreamOf.class;
        return Repositories.factory(type, stream -> new StreamOf<>(stream, none));
    }

    /** Records what a slice decides on the state of a stream, which may have no event yet. */
    public Outcome change(String stream, Function<S, List<LedgerEvent>> decide) {
        return Repositories.loadOrCreate(repository, stream, name -> new StreamOf<>(name, none))
                .invoke(loaded -> loaded.change(decide));
    }
}
