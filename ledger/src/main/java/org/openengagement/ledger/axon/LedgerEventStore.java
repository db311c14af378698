package org.openengagement.ledger.axon;

import java.util.List;
import java.util.function.Consumer;
import org.axonframework.common.Registration;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.AbstractEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.jspecify.annotations.Nullable;

/**
 * Axon's event store over the ledger. Unlike Axon's own it caches no events, and follows the ledger by position without
 * polling for each reader.
 */
public final class LedgerEventStore extends AbstractEventStore {

    private final LedgerEventSource source;

    private LedgerEventStore(Builder builder, LedgerEventSource source) {
        super(builder);
        this.source = source;
    }

    /**
     * An event store.
     *
     * @param engine where events are recorded and aggregates are loaded from
     * @param source what those who follow the event store read
     */
    public static LedgerEventStore over(EventStorageEngine engine, LedgerEventSource source) {
        Builder builder = new Builder();
        builder.storageEngine(engine);
        return new LedgerEventStore(builder, source);
    }

    @Override
    public TrackingEventStream openStream(@Nullable TrackingToken token) {
        return source.openStream(token);
    }

    /** Refuses: a subscriber would run inside the commit, see texts before they are recorded, and miss them after a crash. */
    @Override
    public Registration subscribe(Consumer<List<? extends EventMessage<?>>> subscriber) {
        throw new UnsupportedOperationException(
                "Nobody subscribes to the ledger: it is followed by position, with a streaming processor.");
    }

    private static final class Builder extends AbstractEventStore.Builder {}
}
