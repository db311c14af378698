package org.openengagement.ledger.axon;

import com.mongodb.client.MongoDatabase;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.UnaryOperator;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.AbstractAggregateFactory;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.messaging.MessageHandler;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.axonframework.messaging.unitofwork.RollbackConfigurationType;
import org.axonframework.modelling.command.Repository;
import org.openengagement.ledger.disclosure.Disclosures;
import org.openengagement.ledger.disclosure.MongoDisclosures;
import org.openengagement.ledger.disclosure.OpenedLedger;
import org.openengagement.ledger.entry.EntryReader;
import org.openengagement.ledger.entry.EntryWriter;
import org.openengagement.ledger.entry.EventTypes;
import org.openengagement.ledger.events.Actor;
import org.openengagement.ledger.events.Role;
import org.openengagement.ledger.store.LedgerStore;
import org.openengagement.ledger.store.mongo.MongoLedgerStore;

/** One node's way into a ledger: a command bus, an event store and a store, put together as a node does it. */
final class Ledger implements AutoCloseable {

    static final LocalDate TODAY = LocalDate.of(2026, 3, 1);

    private static final Actor SOMEBODY = new Actor("3q2-7wAAAAAAAAAAAAAAAA", Role.COORDINATOR, "ministry");

    final LedgerStore store;
    final Disclosures disclosures;
    final EntryReader reader;
    final OpenedLedger opened;
    final LedgerEventStorageEngine engine;
    final LedgerEventSource openedEvents;
    final LedgerEventStore eventStore;
    final Repository<Case> cases;
    final CommandBus bus;

    Ledger(LedgerStore store, Disclosures disclosures) {
        EventTypes types = new EventTypes(List.of(CaseNoted.class));
        this.store = store;
        this.disclosures = disclosures;
        reader = new EntryReader(types, List.of());
        opened = OpenedLedger.of(store, disclosures, reader);
        engine = new LedgerEventStorageEngine(store, disclosures, new EntryWriter(types, new SecureRandom()), reader);
        openedEvents = LedgerEventSource.opened(store, opened);
        eventStore = LedgerEventStore.over(engine, LedgerEventSource.withheld(store, reader));
        cases = EventSourcingRepository.builder(Case.class)
                .eventStore(eventStore)
                .aggregateFactory(new AbstractAggregateFactory<>(Case.class) {
                    @Override
                    @SuppressWarnings("rawtypes") // Axon declares it so
                    protected Case doCreateAggregate(String stream, DomainEventMessage first) {
                        return new Case(stream);
                    }
                })
                .build();
        SimpleCommandBus simple = SimpleCommandBus.builder()
                .rollbackConfiguration(RollbackConfigurationType.ANY_THROWABLE)
                .build();
        simple.registerHandlerInterceptor(new CorrelationDataInterceptor<>(command -> command.getMetaData()));
        bus = simple;
    }

    static Ledger of(MongoDatabase database) {
        return of(database, UnaryOperator.identity(), UnaryOperator.identity());
    }

    /** A node whose store, or whose disclosures, have something the matter with them. */
    static Ledger of(
            MongoDatabase database,
            UnaryOperator<LedgerStore> aroundStore,
            UnaryOperator<Disclosures> aroundDisclosures) {
        return new Ledger(
                aroundStore.apply(MongoLedgerStore.open(database, Clock.systemUTC(), UUID::randomUUID)),
                aroundDisclosures.apply(MongoDisclosures.in(database)));
    }

    /** Has a command handled as the bus does it, and returns its result, or throws what it ended with. */
    Object handle(Map<String, ?> metaData, MessageHandler<CommandMessage<?>> handler) {
        String name = UUID.randomUUID().toString();
        var unused = bus.subscribe(name, handler);
        Map<String, Object> all = new HashMap<>(Map.of(UnitMetaData.ACTOR, SOMEBODY, UnitMetaData.EFFECTIVE_ON, TODAY));
        all.putAll(metaData);
        CompletableFuture<Object> answer = new CompletableFuture<>();
        bus.dispatch(new GenericCommandMessage<>(new GenericCommandMessage<>(name, all), name), (command, result) -> {
            if (result.isExceptional()) {
                answer.completeExceptionally(result.exceptionResult());
            } else {
                answer.complete(String.valueOf(result.getPayload()));
            }
        });
        try {
            return answer.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException reason ? reason : failed;
        }
    }

    /** Opens a case with a note. */
    Receipt open(String stream, String note, String... unique) {
        Receipt receipt = new Receipt();
        handle(Map.of(UnitMetaData.RECEIPT, receipt), command -> {
            cases.newInstance(() -> new Case(stream)).execute(opening -> opening.note(note, unique));
            return "opened";
        });
        return receipt;
    }

    /** Adds a note to a case. */
    Receipt note(String stream, String note, String... unique) {
        Receipt receipt = new Receipt();
        handle(Map.of(UnitMetaData.RECEIPT, receipt), command -> {
            cases.load(stream).execute(existing -> existing.note(note, unique));
            return "noted";
        });
        return receipt;
    }

    @Override
    public void close() {
        store.close();
    }
}
