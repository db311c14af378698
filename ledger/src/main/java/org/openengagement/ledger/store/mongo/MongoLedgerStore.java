package org.openengagement.ledger.store.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.time.InstantSource;
import java.util.UUID;
import java.util.function.Supplier;
import org.bson.Document;
import org.openengagement.ledger.store.LedgerObserver;
import org.openengagement.ledger.store.LedgerStore;
import org.openengagement.ledger.store.LedgerUnavailableException;
import org.openengagement.ledger.store.Recorded;
import org.openengagement.ledger.store.Unit;
import org.openengagement.ledger.store.Writership;
import org.openengagement.ledger.store.appending.AppendLimits;
import org.openengagement.ledger.store.appending.Appender;
import org.openengagement.ledger.store.appending.Commits;
import org.openengagement.ledger.store.lease.AlwaysTheWriter;
import org.openengagement.ledger.store.lease.LeaseTerms;
import org.openengagement.ledger.store.lease.WritersLease;
import org.openengagement.ledger.store.lease.WritingRight;
import org.openengagement.ledger.store.waiting.MonotonicTime;

/** The ledger's store in MongoDB: its commits are the documents of one collection, which is only ever added to. */
public final class MongoLedgerStore extends MongoLedgerReader implements LedgerStore {

    private final WritingRight right;
    private final Appender appender;

    private MongoLedgerStore(
            Commits commits,
            CommitReader reader,
            WritingRight right,
            InstantSource clock,
            Supplier<UUID> batchIds,
            AppendLimits limits,
            LedgerObserver observer) {
        super(commits, reader);
        this.right = right;
        this.appender = new Appender(commits, right, clock, batchIds, limits, this::grown, observer);
    }

    /**
     * Opens the ledger of a database, which need not have one yet, as one of the processes of which one writes at a time.
     * It is the writer, where it can be at once, or a standby when this returns, and either from then on.
     *
     * @param reads what keeps entries from being denied that were read before
     * @param clock what entries are recorded by
     * @param ids a new random id each time
     * @throws LedgerUnavailableException if the database cannot be reached
     */
    public static MongoLedgerStore open(
            MongoDatabase database,
            CausalReads reads,
            InstantSource clock,
            Supplier<UUID> ids,
            LeaseTerms terms,
            LedgerObserver observer) {
        Database asked = new Database(database);
        MongoCollection<Document> collection = commits(asked);
        WritersLease lease = new WritersLease(
                new MongoLeases(database), terms, ids.get(), MonotonicTime.OF_THIS_MACHINE, clock, observer);
        MongoLedgerStore store = open(
                new MongoCommits(asked, collection),
                new CommitReader(collection, reads),
                lease,
                clock,
                ids,
                AppendLimits.STANDARD,
                observer);
        lease.start();
        return store;
    }

    /**
     * Opens the ledger of a database that no other process can reach, such as one whose directory this process holds. It is
     * the writer at once, also after one that died. Beats would tell nobody anything there, and each costs a write.
     *
     * @param name this process, for people
     */
    public static MongoLedgerStore openAlone(
            MongoDatabase database, InstantSource clock, Supplier<UUID> ids, String name, LedgerObserver observer) {
        Database asked = new Database(database);
        MongoCollection<Document> collection = commits(asked);
        return open(
                new MongoCommits(asked, collection),
                new CommitReader(collection, CausalReads.ofOneServer()),
                new AlwaysTheWriter(name, clock.instant()),
                clock,
                ids,
                AppendLimits.STANDARD,
                observer);
    }

    /**
     * Opens the ledger of a database, which need not have one yet, to write without a lease: beside others who do the same
     * nothing is harmed, but much is slower. For tests, and where nobody else is.
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
        MongoCollection<Document> collection = commits(asked);
        return open(new MongoCommits(asked, collection), collection, clock, batchIds, limits);
    }

    /** For tests: with commits whose answers get lost. */
    static MongoLedgerStore open(
            Commits commits,
            MongoCollection<Document> collection,
            InstantSource clock,
            Supplier<UUID> batchIds,
            AppendLimits limits) {
        WritingRight right = new AlwaysTheWriter("this process", clock.instant());
        CommitReader reader = new CommitReader(collection, CausalReads.ofOneServer());
        return open(commits, reader, right, clock, batchIds, limits, LedgerObserver.NOBODY);
    }

    /** For tests: with another right to write as well, which the caller starts. */
    static MongoLedgerStore open(
            Commits commits,
            CommitReader reader,
            WritingRight right,
            InstantSource clock,
            Supplier<UUID> batchIds,
            AppendLimits limits,
            LedgerObserver observer) {
        MongoLedgerStore store = new MongoLedgerStore(commits, reader, right, clock, batchIds, limits, observer);
        store.appender.start();
        return store;
    }

    private static MongoCollection<Document> commits(Database asked) {
        MongoCollection<Document> collection = asked.collection(COMMITS);
        ClaimsIndex.ensure(collection);
        return collection;
    }

    @Override
    public Recorded append(Unit unit) {
        return appender.append(unit);
    }

    @Override
    public void requireWritership() {
        appender.requireRight();
    }

    @Override
    public Writership writership() {
        return right.writership();
    }

    /** Records what waits to be recorded, hands over to another process, then stops. The client stays open: it belongs to whoever made it. */
    @Override
    public void close() {
        appender.close();
        right.close();
        super.close();
    }
}
