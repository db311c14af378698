package org.openengagement.ledger.axon;

import com.mongodb.client.MongoDatabase;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.openengagement.ledger.disclosure.Disclosures;
import org.openengagement.ledger.disclosure.MongoDisclosures;
import org.openengagement.ledger.entry.EntryReader;
import org.openengagement.ledger.entry.EntryWriter;
import org.openengagement.ledger.entry.EventTypes;
import org.openengagement.ledger.store.LedgerObserver;
import org.openengagement.ledger.store.LedgerStore;
import org.openengagement.ledger.store.lease.LeaseTerms;
import org.openengagement.ledger.store.mongo.Bookmarks;
import org.openengagement.ledger.store.mongo.CausalReads;
import org.openengagement.ledger.store.mongo.Fingerprints;
import org.openengagement.ledger.store.mongo.MongoLedgerStore;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The ledger as beans for those who write to it, on the context's {@link Clock} where there is one. */
@Configuration(proxyBeanMethods = false)
@Import(LedgerReadingConfiguration.class)
public class LedgerWritingConfiguration {

    /** The bean that automations follow: events with their sealed fields not opened. */
    public static final String WITHHELD_EVENTS = "withheldEvents";

    private static final Duration TOKENS_HELD_FOR = Duration.ofSeconds(10);

    @Bean
    public LeaseTerms leaseTerms(@Value("${oel.node-name:}") String name, @Value("${server.port:8080}") int port) {
        return LeaseTerms.amongOthers(name.isBlank() ? NodeName.at(port) : name.strip());
    }

    /** Without a connection string the database is the one whose directory this process holds, alone. */
    @Bean(destroyMethod = "close")
    public LedgerStore ledgerStore(
            MongoDatabase ledgerDatabase,
            ObjectProvider<Clock> clock,
            CausalReads causalReads,
            LeaseTerms terms,
            ObjectProvider<LedgerObserver> observers,
            @Value("${oel.mongodb-uri:}") String uri) {
        Clock now = clock.getIfAvailable(Clock::systemUTC);
        LedgerObserver observer = observers.getIfAvailable(() -> LedgerObserver.NOBODY);
        return uri.isBlank()
                ? MongoLedgerStore.openAlone(ledgerDatabase, now, UUID::randomUUID, terms.name(), observer)
                : MongoLedgerStore.open(ledgerDatabase, causalReads, now, UUID::randomUUID, terms, observer);
    }

    @Bean
    public Fingerprints fingerprints(MongoDatabase ledgerDatabase) {
        return new Fingerprints(ledgerDatabase);
    }

    @Bean
    public Disclosures disclosures(
            MongoDatabase ledgerDatabase, CausalReads causalReads, ObjectProvider<LedgerObserver> observers) {
        return MongoDisclosures.in(ledgerDatabase, causalReads, observers.getIfAvailable(() -> LedgerObserver.NOBODY));
    }

    @Bean
    public EventTypes eventTypes() {
        return EventTypes.ofTheLedger();
    }

    @Bean
    public EntryWriter entryWriter(EventTypes types) {
        return new EntryWriter(types, new SecureRandom());
    }

    @Bean(WITHHELD_EVENTS)
    public LedgerEventSource withheldEvents(LedgerStore store, EntryReader reader) {
        return LedgerEventSource.withheld(store, reader);
    }

    @Bean
    public EventStorageEngine eventStorageEngine(
            LedgerStore store, Disclosures disclosures, EntryWriter writer, EntryReader reader) {
        return new LedgerEventStorageEngine(store, disclosures, writer, reader);
    }

    /** A node is named anew at each start: the bookmarks of one that died are free after a while. */
    @Bean
    public TokenStore tokenStore(MongoDatabase ledgerDatabase, ObjectProvider<Clock> clock) {
        return new LedgerTokenStore(new Bookmarks(
                ledgerDatabase,
                clock.getIfAvailable(Clock::systemUTC),
                UUID.randomUUID().toString(),
                TOKENS_HELD_FOR));
    }

    @Bean
    public EventStore eventStore(EventStorageEngine engine, @Qualifier(WITHHELD_EVENTS) LedgerEventSource source) {
        return LedgerEventStore.over(engine, source);
    }
}
