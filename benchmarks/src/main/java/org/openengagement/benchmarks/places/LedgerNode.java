package org.openengagement.benchmarks.places;

import com.mongodb.client.MongoDatabase;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.openengagement.ledger.axon.LedgerEventSource;
import org.openengagement.ledger.axon.LedgerEventStorageEngine;
import org.openengagement.ledger.axon.LedgerEventStore;
import org.openengagement.ledger.disclosure.Disclosures;
import org.openengagement.ledger.disclosure.MongoDisclosures;
import org.openengagement.ledger.disclosure.OpenedLedger;
import org.openengagement.ledger.entry.EntryReader;
import org.openengagement.ledger.entry.EntryWriter;
import org.openengagement.ledger.entry.EventTypes;
import org.openengagement.ledger.store.LedgerStore;
import org.openengagement.ledger.store.mongo.MongoLedgerStore;

/** One node's way into the ledger of a database, put together as {@code LedgerWritingConfiguration} does it. */
public final class LedgerNode implements AutoCloseable {

    private final LedgerStore store;
    private final OpenedLedger opened;
    private final LedgerEventSource withheldEvents;
    private final LedgerEventSource openedEvents;
    private final EventStore eventStore;

    private LedgerNode(LedgerStore store, Disclosures disclosures) {
        EntryReader reader = EntryReader.ofTheLedger();
        EntryWriter writer = new EntryWriter(EventTypes.ofTheLedger(), new SecureRandom());
        this.store = store;
        this.opened = OpenedLedger.of(store, disclosures, reader);
        this.withheldEvents = LedgerEventSource.withheld(store, reader);
        this.openedEvents = LedgerEventSource.opened(store, opened);
        this.eventStore =
                LedgerEventStore.over(new LedgerEventStorageEngine(store, disclosures, writer, reader), withheldEvents);
    }

    /** Opens the ledger of a database, which need not have one yet. */
    public static LedgerNode in(MongoDatabase database) {
        return new LedgerNode(
                MongoLedgerStore.open(database, Clock.systemUTC(), UUID::randomUUID), MongoDisclosures.in(database));
    }

    public LedgerStore store() {
        return store;
    }

    public OpenedLedger opened() {
        return opened;
    }

    /** What automations follow. */
    public LedgerEventSource withheldEvents() {
        return withheldEvents;
    }

    /** What projections follow. */
    public LedgerEventSource openedEvents() {
        return openedEvents;
    }

    public EventStore eventStore() {
        return eventStore;
    }

    @Override
    public void close() {
        store.close();
    }
}
