package org.openengagement.ledger.axon;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import java.util.Objects;
import org.openengagement.ledger.disclosure.DisclosureReader;
import org.openengagement.ledger.disclosure.MongoDisclosures;
import org.openengagement.ledger.disclosure.OpenedLedger;
import org.openengagement.ledger.entry.EntryReader;
import org.openengagement.ledger.store.LedgerReader;
import org.openengagement.ledger.store.mongo.CausalReads;
import org.openengagement.ledger.store.mongo.MongoLedgerReader;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Fallback;
import org.springframework.context.annotation.Lazy;

/**
 * The ledger as beans for those who only read it. It stands on a {@link MongoClient}, whose user needs no other right than to
 * find in {@code commits} and {@code disclosures}: nothing is written, and no index or collection made.
 *
 * <p>Together with {@link LedgerWritingConfiguration} the store that is written to is read from as well.
 */
@Configuration(proxyBeanMethods = false)
public class LedgerReadingConfiguration {

    /** The bean that projections follow: events with their sealed fields opened. */
    public static final String OPENED_EVENTS = "openedEvents";

    private static final String DATABASE = "ledger";

    /** The database that the connection string names, else {@code ledger}. */
    @Bean
    public MongoDatabase ledgerDatabase(MongoClient client, @Value("${oel.mongodb-uri:}") String uri) {
        String named = uri.isBlank() ? null : new ConnectionString(uri).getDatabase();
        return client.getDatabase(Objects.requireNonNullElse(named, DATABASE));
    }

    /** Entries and what opens them are read in one order, so that no entry is seen without its texts. */
    @Bean
    public CausalReads causalReads(MongoClient client) {
        return CausalReads.through(client);
    }

    @Bean(destroyMethod = "close")
    @Lazy
    @Fallback
    public LedgerReader ledgerReader(MongoDatabase ledgerDatabase, CausalReads causalReads) {
        return MongoLedgerReader.open(ledgerDatabase, causalReads);
    }

    @Bean
    @Lazy
    @Fallback
    public DisclosureReader disclosureReader(MongoDatabase ledgerDatabase, CausalReads causalReads) {
        return MongoDisclosures.reader(ledgerDatabase, causalReads);
    }

    @Bean
    public EntryReader entryReader() {
        return EntryReader.ofTheLedger();
    }

    @Bean
    public OpenedLedger openedLedger(LedgerReader ledger, DisclosureReader disclosures, EntryReader reader) {
        return OpenedLedger.of(ledger, disclosures, reader);
    }

    @Bean(OPENED_EVENTS)
    public LedgerEventSource openedEvents(LedgerReader ledger, OpenedLedger opened) {
        return LedgerEventSource.opened(ledger, opened);
    }
}
