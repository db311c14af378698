package org.openengagement.ledger.store.mongo;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.LongStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.openengagement.ledger.store.DatabaseUnderTest;
import org.openengagement.ledger.store.appending.AppendLimits;
import org.openengagement.ledger.store.appending.Commits;

/** What a store of the ledger keeps, whatever database it stands on: an empty ledger to begin with, and a contract a subject. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
abstract class LedgerStoreContract implements DatabaseUnderTest {

    final List<AutoCloseable> opened = new CopyOnWriteArrayList<>();
    private MongoClient client;
    MongoDatabase database;
    MongoLedgerStore store;

    @BeforeEach
    void an_empty_ledger() {
        client = MongoClients.create(connectionString());
        opened.add(client);
        database = anotherDatabase();
        store = openedStore(Clock.systemUTC());
    }

    @AfterEach
    void clean_up() throws Exception {
        forget(database);
        for (AutoCloseable each : opened.reversed()) {
            each.close();
        }
    }

    MongoDatabase anotherDatabase() {
        return client.getDatabase("contract-" + UUID.randomUUID());
    }

    MongoLedgerStore openedStore(InstantSource clock) {
        return openedStore(clock, AppendLimits.STANDARD);
    }

    MongoLedgerStore openedStore(InstantSource clock, AppendLimits limits) {
        return closedAtTheEnd(MongoLedgerStore.open(database, clock, UUID::randomUUID, limits));
    }

    MongoLedgerStore openedStore(Commits commits) {
        return openedStore(commits, AppendLimits.STANDARD);
    }

    MongoLedgerStore openedStore(Commits commits, AppendLimits limits) {
        return closedAtTheEnd(MongoLedgerStore.open(
                commits,
                new Database(database).collection(MongoLedgerStore.COMMITS),
                InstantSource.system(),
                UUID::randomUUID,
                limits));
    }

    MongoLedgerStore closedAtTheEnd(MongoLedgerStore another) {
        opened.add(another);
        return another;
    }

    Commits commits() {
        Database asked = new Database(database);
        return new MongoCommits(asked, asked.collection(MongoLedgerStore.COMMITS));
    }

    List<Integer> commitCounts() {
        return database
                .getCollection(MongoLedgerStore.COMMITS)
                .find()
                .sort(new Document("_id", 1))
                .into(new ArrayList<>())
                .stream()
                .map(CommitDocument::count)
                .toList();
    }

    static List<Long> numbers(long from, long to) {
        return LongStream.range(from, to).boxed().toList();
    }
}
