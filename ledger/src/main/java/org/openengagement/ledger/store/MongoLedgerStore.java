package org.openengagement.ledger.store;

import static com.mongodb.client.model.Indexes.ascending;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import java.time.InstantSource;
import java.util.UUID;
import java.util.function.Supplier;
import org.bson.Document;

/** The ledger's store in MongoDB: its commits are the documents of one collection, which is only ever added to. */
public final class MongoLedgerStore extends MongoLedgerReader implements LedgerStore {

    private final Appender appender;

    private MongoLedgerStore(
            Commits commits, CommitReader reader, InstantSource clock, Supplier<UUID> batchIds, AppendLimits limits) {
        super(commits, reader);
        this.appender = new Appender(commits, clock, batchIds, limits, this::grown);
    }

    /**
     * Opens the ledger of a database, which need not have one yet.
     *
     * @param clock what entries are recorded by
     * @param batchIds a new random id each time
     * @throws LedgerUnavailableException if the database cannot be reached
     */
    public static MongoLedgerStore open(MongoDatabase database, InstantSource clock, Supplier<UUID> batchIds) {
        return open(database, clock, batchIds, AppendLimits.STANDARD);
    }

    /** Opens the ledger of a database with other bounds than the standard. */
    public static MongoLedgerStore open(
            MongoDatabase database, InstantSource clock, Supplier<UUID> batchIds, AppendLimits limits) {
        Database asked = new Database(database);
        MongoCollection<Document> collection = asked.collection(COMMITS);
        // Without this index nothing would be unique, so nothing is done before it stands.
        Database.ask(() -> collection.createIndex(
                ascending(CommitDocument.CLAIMS),
                new IndexOptions().unique(true).name(CommitDocument.CLAIMS)));
        return open(new MongoCommits(asked, collection), collection, clock, batchIds, limits);
    }

    /** For tests: with commits whose answers get lost. */
    static MongoLedgerStore open(
            Commits commits,
            MongoCollection<Document> collection,
            InstantSource clock,
            Supplier<UUID> batchIds,
            AppendLimits limits) {
        MongoLedgerStore store = new MongoLedgerStore(commits, new CommitReader(collection), clock, batchIds, limits);
        store.appender.start();
        return store;
    }

    @Override
    public Recorded append(Unit unit) {
        return appender.append(unit);
    }

    /** Records what waits to be recorded, then stops. The client stays open: it belongs to whoever made it. */
    @Override
    public void close() {
        appender.close();
        super.close();
    }
}
