package org.openengagement.command.dispatch;

import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.AbstractEventStore;
import org.jspecify.annotations.Nullable;

/** Axon's event store over the streams of a rehearsal, which nobody follows. */
final class RehearsalEventStore extends AbstractEventStore {

    private RehearsalEventStore(Builder builder) {
        super(builder);
    }

    static RehearsalEventStore over(RehearsalStreams streams) {
        Builder builder = new Builder();
        builder.storageEngine(streams);
        return new RehearsalEventStore(builder);
    }

    @Override
    public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken token) {
        throw new UnsupportedOperationException("Nobody follows a rehearsal.");
    }

    private static final class Builder extends AbstractEventStore.Builder {}
}
