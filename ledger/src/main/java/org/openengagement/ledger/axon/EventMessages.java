package org.openengagement.ledger.axon;

import java.util.Map;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.openengagement.ledger.entry.Envelope;
import org.openengagement.ledger.entry.RecordedEvent;
import org.openengagement.ledger.events.LedgerEvent;

/** Recorded events as Axon's messages. */
final class EventMessages {

    private EventMessages() {}

    static DomainEventMessage<LedgerEvent> inItsStream(RecordedEvent recorded) {
        Envelope envelope = recorded.envelope();
        return new GenericDomainEventMessage<>(
                kindOf(envelope.stream()),
                envelope.stream(),
                envelope.sequence(),
                recorded.event(),
                Map.of(UnitMetaData.RECORDED, recorded),
                envelope.id().toString(),
                recorded.recordedAt());
    }

    static TrackedEventMessage<LedgerEvent> atItsPosition(RecordedEvent recorded) {
        return new GenericTrackedDomainEventMessage<>(
                new GlobalSequenceTrackingToken(recorded.position()), inItsStream(recorded));
    }

    /** {@code proposal} for {@code proposal/7h2}: what Axon calls the type of an aggregate. */
    private static String kindOf(String stream) {
        int end = stream.indexOf('/');
        return end < 0 ? stream : stream.substring(0, end);
    }
}
