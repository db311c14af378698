package org.openengagement.benchmarks.appending;

import org.axonframework.eventhandling.DomainEventMessage;
import org.openengagement.ledger.events.LedgerEvent;

/** Something that events can be recorded with. Each round it starts with nothing. */
interface Peer {

    /** Where events of one round go. */
    Round begin();

    /** One round. */
    interface Round extends AutoCloseable {

        /** Records an event, and returns when it is durable. */
        void record(DomainEventMessage<LedgerEvent> event);

        @Override
        void close();
    }
}
