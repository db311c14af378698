package org.openengagement.ledger.store.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.openengagement.ledger.store.LedgerReader;
import org.openengagement.ledger.store.RecordedRequest;
import org.openengagement.ledger.store.StoredEntry;
import org.openengagement.ledger.store.appending.Commits;

/** The ledger in MongoDB, for those who only read it: it needs no other right than to find commits. */
public sealed class MongoLedgerReader implements LedgerReader permits MongoLedgerStore {

    /** The collection that holds the ledger. */
    public static final String COMMITS = "commits";

    private static final Duration LOOK_FOR_GROWTH_EVERY = Duration.ofMillis(25);

    private final Commits commits;
    private final PositionReader entries;
    private final StreamReader streams;
    private final ClaimReader claims;
    private final GrowthNotifier growth;

    MongoLedgerReader(Commits commits, CommitReader reader) {
        this.commits = commits;
        this.entries = new PositionReader(reader);
        this.claims = new ClaimReader(reader::holding);
        this.streams = new StreamReader(reader, claims);
        this.growth = new GrowthNotifier(this::size, LOOK_FOR_GROWTH_EVERY);
    }

    /**
     * Opens the ledger of a database to read it. Nothing is written, and nothing made that is not there.
     *
     * @param reads what keeps entries from being denied that were read before
     */
    public static LedgerReader open(MongoDatabase database, CausalReads reads) {
        Database asked = new Database(database);
        MongoCollection<Document> collection = asked.collection(COMMITS);
        return new MongoLedgerReader(new MongoCommits(asked, collection), new CommitReader(collection, reads));
    }

    @Override
    public final long size() {
        return commits.head().next();
    }

    @Override
    public final List<StoredEntry> read(long from, int atMost) {
        return entries.read(from, atMost);
    }

    @Override
    public final List<StoredEntry> readStream(String stream, long fromSequence) {
        return streams.read(stream, fromSequence);
    }

    @Override
    public final Optional<Long> lastSequence(String stream) {
        return streams.lastSequence(stream);
    }

    @Override
    public final long firstPositionAt(Instant instant) {
        return entries.firstPositionAt(instant, commits.head());
    }

    @Override
    public final Map<String, Long> taken(Collection<String> names) {
        return claims.taken(names);
    }

    @Override
    public final Optional<RecordedRequest> request(String claim) {
        return claims.request(claim);
    }

    @Override
    public final Subscription whenGrown(Runnable listener) {
        return growth.whenGrown(listener);
    }

    /** Tells those who follow the ledger that it holds this many entries. */
    final void grown(long entries) {
        growth.reached(entries);
    }

    /** Tells nobody anything any more. The client stays open: it belongs to whoever made it. */
    @Override
    public void close() {
        growth.close();
    }
}
