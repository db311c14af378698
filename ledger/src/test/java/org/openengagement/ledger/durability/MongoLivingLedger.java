package org.openengagement.ledger.durability;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.bson.Document;
import org.openengagement.embedded.EmbeddedStore;
import org.openengagement.embedded.EmbeddedStoreOptions;
import org.openengagement.ledger.disclosure.Disclosures;
import org.openengagement.ledger.disclosure.MongoDisclosures;
import org.openengagement.ledger.entry.Disclosure;
import org.openengagement.ledger.entry.EntryBytes;
import org.openengagement.ledger.entry.SealedField;
import org.openengagement.ledger.events.Audience;
import org.openengagement.ledger.store.LedgerStore;
import org.openengagement.ledger.store.LedgerUnavailableException;
import org.openengagement.ledger.store.PendingEntry;
import org.openengagement.ledger.store.Recorded;
import org.openengagement.ledger.store.Unit;
import org.openengagement.ledger.store.appending.AppendLimits;
import org.openengagement.ledger.store.mongo.MongoLedgerStore;

/** A ledger on the embedded store, as one process has it, with writers that append and disclose, and one that erases. */
final class MongoLivingLedger implements AutoCloseable {

    static final EmbeddedStoreOptions OPTIONS = EmbeddedStoreOptions.standard()
            .withAppendOnly("commits", "checkpoints")
            .withErasable("disclosures", "vault")
            .withRewriteWithin(Duration.ofMillis(40));

    private final EmbeddedStore embedded;
    private final MongoClient client;
    private final MongoDatabase database;
    private final LedgerStore store;
    private final Disclosures disclosures;

    private MongoLivingLedger(EmbeddedStore embedded, Duration patience) {
        this.embedded = embedded;
        this.client = MongoClients.create(embedded.connectionString());
        this.database = client.getDatabase("ledger");
        this.disclosures = MongoDisclosures.in(database, AppendLimits.STANDARD.withPatience(patience));
        this.store = open(patience);
    }

    static MongoLivingLedger open(Path directory, EmbeddedStoreOptions options, Duration patience) {
        EmbeddedStore embedded = EmbeddedStore.open(directory, options);
        try {
            return new MongoLivingLedger(embedded, patience);
        } catch (RuntimeException unopened) {
            embedded.close();
            throw unopened;
        }
    }

    LedgerStore store() {
        return store;
    }

    Disclosures disclosures() {
        return disclosures;
    }

    /** Appends units until one is refused, which is thrown on. */
    void write(Random random, Witness witness) {
        while (true) {
            String stream = "proposal/" + UUID.randomUUID();
            long sequence = 0;
            for (int units = 1 + random.nextInt(3); units > 0; units--) {
                List<UUID> ids = new ArrayList<>();
                List<PendingEntry> entries = new ArrayList<>();
                for (int count = 1 + random.nextInt(3); count > 0; count--) {
                    UUID id = UUID.randomUUID();
                    ids.add(id);
                    entries.add(entry(stream, sequence++, id, random.nextInt(3_000)));
                }
                disclosures.keep(ids.stream().map(MongoLivingLedger::disclosure).toList());
                witness.saw(store.append(new Unit(entries, Set.of(), null)), stream, ids);
            }
        }
    }

    /** Keeps what nobody refers to, and erases it again, so that the erasable file is rewritten all the time. */
    void erase(Random random) {
        while (true) {
            Disclosure passing = disclosure(new UUID(0, random.nextLong()));
            disclosures.keep(List.of(passing));
            try {
                database.getCollection(MongoDisclosures.COLLECTION)
                        .deleteOne(new Document("_id", passing.event().toString()));
            } catch (MongoException refused) {
                throw new LedgerUnavailableException("Nothing could be erased.", refused);
            }
            embedded.rewriteErasable();
        }
    }

    @Override
    public void close() {
        try (embedded;
                client) {
            store.close();
        }
    }

    /** Hears what was recorded. */
    interface Witness {
        void saw(Recorded recorded, String stream, List<UUID> ids);
    }

    private LedgerStore open(Duration patience) {
        try {
            return MongoLedgerStore.open(
                    database, Clock.systemUTC(), UUID::randomUUID, AppendLimits.STANDARD.withPatience(patience));
        } catch (RuntimeException unopened) {
            client.close();
            throw unopened;
        }
    }

    private static PendingEntry entry(String stream, long sequence, UUID id, int length) {
        return new PendingEntry(
                stream,
                sequence,
                id,
                "SomethingHappened",
                1,
                recordedAt -> EntryBytes.of("{\"id\":\"%s\",\"recordedAt\":\"%s\",\"text\":\"%s\"}"
                        .formatted(id, recordedAt, "x".repeat(length))
                        .getBytes(UTF_8)));
    }

    private static Disclosure disclosure(UUID event) {
        return new Disclosure(event, Map.of("title", new SealedField("salt", "a title", Audience.PUBLIC)));
    }
}
