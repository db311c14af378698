package org.openengagement.command;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.openengagement.command.dispatch.BackOff;
import org.openengagement.command.dispatch.Caller;
import org.openengagement.command.dispatch.Commands;
import org.openengagement.command.importing.running.Importer;
import org.openengagement.command.keys.LocalSecret;
import org.openengagement.command.recordkeeping.LedgerDays;
import org.openengagement.command.recordkeeping.open.OpenLedger;
import org.openengagement.command.roles.Today;
import org.openengagement.embedded.EmbeddedStore;
import org.openengagement.embedded.EmbeddedStoreOptions;
import org.openengagement.ledger.axon.LedgerEventSource;
import org.openengagement.ledger.axon.LedgerEventStorageEngine;
import org.openengagement.ledger.axon.LedgerEventStore;
import org.openengagement.ledger.disclosure.Disclosures;
import org.openengagement.ledger.disclosure.MongoDisclosures;
import org.openengagement.ledger.disclosure.OpenedLedger;
import org.openengagement.ledger.entry.EntryReader;
import org.openengagement.ledger.entry.EntryWriter;
import org.openengagement.ledger.entry.EventTypes;
import org.openengagement.ledger.entry.RecordedEvent;
import org.openengagement.ledger.events.Actor;
import org.openengagement.ledger.events.intake.Reference;
import org.openengagement.ledger.store.LedgerStore;
import org.openengagement.ledger.store.mongo.MongoLedgerStore;

/** A ledger on the embedded store, and an importer into it: everything real. */
public final class RealLedger implements AutoCloseable {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final AtomicLong RUNS = new AtomicLong();

    private final EmbeddedStore embedded;
    private final MongoClient client;
    public final LedgerStore store;
    public final OpenedLedger ledger;
    public final CommandBus bus;
    public final Commands commands;
    public final Importer importer;

    public RealLedger(Path directory) {
        this(directory, UnaryOperator.identity());
    }

    /** @param line what the ledger's store is reached through */
    public RealLedger(Path directory, UnaryOperator<LedgerStore> line) {
        this(directory, line, () -> Reference.random(RANDOM));
    }

    /** One whose public references are drawn by the test. */
    public static RealLedger drawing(Path directory, Supplier<String> references) {
        return new RealLedger(directory, UnaryOperator.identity(), references);
    }

    private RealLedger(Path directory, UnaryOperator<LedgerStore> line, Supplier<String> references) {
        SecureRandom random = RANDOM;
        embedded = EmbeddedStore.open(
                directory,
                EmbeddedStoreOptions.standard()
                        .withAppendOnly("commits", "checkpoints")
                        .withErasable("disclosures", "vault"));
        client = MongoClients.create(embedded.connectionString());
        MongoDatabase database = client.getDatabase("ledger");
        store = line.apply(MongoLedgerStore.open(database, Clock.systemUTC(), UUID::randomUUID));
        Disclosures disclosures = MongoDisclosures.in(database);
        EntryReader reader = EntryReader.ofTheLedger();
        ledger = OpenedLedger.of(store, disclosures, reader);
        EventStore events = LedgerEventStore.over(
                new LedgerEventStorageEngine(
                        store, disclosures, new EntryWriter(EventTypes.ofTheLedger(), random), reader),
                LedgerEventSource.withheld(store, reader));
        Today today = new LedgerDays(ledger, Clock.systemUTC(), ZoneId.of("Europe/London"));
        bus = CommandSide.bus(events, today, references::get);
        commands = new Commands(bus, store, ledger, BackOff.doubling(random));
        if (store.size() == 0) {
            commands.dispatch(
                    new OpenLedger("localhost/test-ledger", "Europe/London", List.of("mk", "en"), "no key"),
                    Caller.of(Actor.SYSTEM, LocalDate.ofInstant(Instant.now(), ZoneOffset.UTC)));
        }
        importer = new Importer(
                commands, store, ledger, today, LocalSecret.of(new byte[32]), () -> "run-" + RUNS.incrementAndGet());
    }

    /** Everything that the ledger holds. */
    public List<RecordedEvent> all() {
        List<RecordedEvent> all = new ArrayList<>();
        while (all.size() < store.size()) {
            all.addAll(ledger.read(all.size(), 1_000));
        }
        return all;
    }

    /** How many events of each type it holds. */
    public Map<String, Integer> types() {
        Map<String, Integer> types = new TreeMap<>();
        all().forEach(each -> types.merge(each.type(), 1, Integer::sum));
        return types;
    }

    @Override
    public void close() {
        store.close();
        client.close();
        embedded.close();
    }
}
