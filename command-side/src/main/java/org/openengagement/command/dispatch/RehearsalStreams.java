package org.openengagement.command.dispatch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;
import org.openengagement.ledger.axon.UnitMetaData;
import org.openengagement.ledger.entry.Envelope;
import org.openengagement.ledger.entry.RecordedEvent;

/** The streams of one rehearsal, in memory only. For one thread. */
final class RehearsalStreams implements EventStorageEngine {

    private final Map<String, List<DomainEventMessage<?>>> streams = new HashMap<>();

    void forget() {
        streams.clear();
    }

    /** Takes in what happened before, as the ledger holds it. */
    void take(List<RecordedEvent> recorded) {
        for (RecordedEvent each : recorded) {
            Envelope envelope = each.envelope();
            appendEvents(List.of(new GenericDomainEventMessage<>(
                    "recorded",
                    envelope.stream(),
                    envelope.sequence(),
                    each.event(),
                    MetaData.with(UnitMetaData.RECORDED, each),
                    envelope.id().toString(),
                    each.recordedAt())));
        }
    }

    @Override
    public void appendEvents(List<? extends EventMessage<?>> events) {
        for (EventMessage<?> each : events) {
            DomainEventMessage<?> event = (DomainEventMessage<?>) each;
            streams.computeIfAbsent(event.getAggregateIdentifier(), stream -> new ArrayList<>())
                    .add(event);
        }
    }

    @Override
    public DomainEventStream readEvents(String stream, long firstSequence) {
        return DomainEventStream.of(streams.getOrDefault(stream, List.of()).stream()
                .filter(event -> event.getSequenceNumber() >= firstSequence)
                .toList());
    }

    @Override
    public Optional<DomainEventMessage<?>> readSnapshot(String stream) {
        return Optional.empty();
    }

    @Override
    public void storeSnapshot(DomainEventMessage<?> snapshot) {
        throw new UnsupportedOperationException("A rehearsal keeps nothing.");
    }

    @Override
    public Stream<? extends TrackedEventMessage<?>> readEvents(@Nullable TrackingToken token, boolean mayBlock) {
        throw new UnsupportedOperationException("Nobody follows a rehearsal.");
    }
}
