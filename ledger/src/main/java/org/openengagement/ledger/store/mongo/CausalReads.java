package org.openengagement.ledger.store.mongo;

import com.mongodb.ClientSessionOptions;
import com.mongodb.client.ClientSession;
import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.connection.ClusterType;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.bson.BsonTimestamp;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * Reads that never see less than an earlier read did. Each answer at majority is of a moment that only one server knows: one
 * that has just been elected may not know yet how far the majority was that its predecessor answered from, and would deny for
 * an instant what was read a moment ago, such as the texts of an entry. So each read names the latest moment that any read before
 * it was of (MongoDB's causal consistency: {@code afterClusterTime}), and the server waits until it is there.
 *
 * <p>May be used by any number of threads; all of them share the one moment.
 */
public final class CausalReads {

    private static final ClientSessionOptions CAUSAL =
            ClientSessionOptions.builder().causallyConsistent(true).build();

    private static final BsonTimestamp NOTHING_READ = new BsonTimestamp(0, 0);

    private final @Nullable MongoClient client;
    private final AtomicReference<BsonTimestamp> latest = new AtomicReference<>(NOTHING_READ);
    private volatile boolean severalServers;

    private CausalReads(@Nullable MongoClient client) {
        this.client = client;
    }

    /** Reads through this client. Where it turns out to speak with one server alone, there is nothing to be named. */
    public static CausalReads through(MongoClient client) {
        return new CausalReads(client);
    }

    /** Reads of a single server, which always knows what it answered; or by those who do not mind. */
    public static CausalReads ofOneServer() {
        return new CausalReads(null);
    }

    /** How a question finds documents. */
    @FunctionalInterface
    public interface Finding {

        /** As {@link MongoCollection#find(Bson)}. */
        <T> FindIterable<T> in(MongoCollection<T> collection, Bson filter);
    }

    /** Asks a question, which must have read all that it wants when it returns. What it throws is thrown. */
    public <T> T ask(Function<Finding, T> question) {
        if (client == null || !speaksWithSeveral(client)) {
            return question.apply(MongoCollection::find);
        }
        try (ClientSession session = client.startSession(CAUSAL)) {
            BsonTimestamp before = latest.get();
            if (!before.equals(NOTHING_READ)) {
                session.advanceOperationTime(before);
            }
            T answer = question.apply(new InSession(session));
            BsonTimestamp reached = session.getOperationTime();
            if (reached != null) {
                latest.accumulateAndGet(reached, CausalReads::later);
            }
            return answer;
        }
    }

    /** Known from the first contact on; before it nothing was read that could be denied. */
    private boolean speaksWithSeveral(MongoClient connected) {
        if (!severalServers) {
            if (typeOf(connected) == ClusterType.UNKNOWN) {
                var unused = new Database(connected.getDatabase("admin")).run(new Document("hello", 1));
            }
            severalServers = typeOf(connected) != ClusterType.STANDALONE;
        }
        return severalServers;
    }

    private static ClusterType typeOf(MongoClient connected) {
        return connected.getClusterDescription().getType();
    }

    private static BsonTimestamp later(BsonTimestamp one, BsonTimestamp other) {
        return one.compareTo(other) < 0 ? other : one;
    }

    private record InSession(ClientSession session) implements Finding {

        @Override
        public <T> FindIterable<T> in(MongoCollection<T> collection, Bson filter) {
            return collection.find(session, filter);
        }
    }
}
