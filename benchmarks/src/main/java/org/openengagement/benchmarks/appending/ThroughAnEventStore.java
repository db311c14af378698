package org.openengagement.benchmarks.appending;

import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.openengagement.ledger.events.LedgerEvent;

/**
 * Records as a command does: in a unit of work of its own, which ends when the event store has committed.
 *
 * @param forget what to do with it all after the round
 */
record ThroughAnEventStore(EventStore events, Runnable forget) implements Peer.Round {

    @Override
    public void record(DomainEventMessage<LedgerEvent> event) {
        DefaultUnitOfWork.startAndGet(event).execute(() -> events.publish(event));
    }

    @Override
    public void close() {
        forget.run();
    }
}
