package org.openengagement.ledger.store.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.openengagement.ledger.store.lease.Lease;
import org.openengagement.ledger.store.lease.Leases;

/** The writer's lease as the one document of a collection: {@code {_id: "writer", holder, name, beat, released}}. */
final class MongoLeases implements Leases {

    /** The collection that holds it. */
    static final String COLLECTION = "leases";

    /** A call that takes longer is of no use: by then the next one is due. */
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(2);

    private static final String ID = "_id";
    private static final String WRITER = "writer";
    private static final String HOLDER = "holder";
    private static final String NAME = "name";
    private static final String BEAT = "beat";
    private static final String RELEASED = "released";

    private final MongoCollection<Document> leases;

    MongoLeases(MongoDatabase database) {
        this(database, ANSWER_WITHIN);
    }

    /** For tests, in which time passes only where they say so: with another patience. */
    MongoLeases(MongoDatabase database, Duration answerWithin) {
        this.leases = new Database(database, answerWithin).collection(COLLECTION);
    }

    @Override
    public Optional<Lease> look() {
        return Optional.ofNullable(
                        Database.ask(() -> leases.find(eq(ID, WRITER)).first()))
                .map(MongoLeases::lease);
    }

    @Override
    public boolean take(@Nullable Lease seen, Lease mine) {
        if (seen == null) {
            return Database.ask(() -> insert(mine));
        }
        Bson asItWasSeen = and(eq(ID, WRITER), eq(HOLDER, seen.holder().toString()), eq(BEAT, seen.beat()));
        return Database.ask(() -> leases.replaceOne(asItWasSeen, document(mine)).getMatchedCount() == 1);
    }

    @Override
    public boolean beat(UUID holder) {
        return Database.ask(
                () -> leases.updateOne(heldBy(holder), inc(BEAT, 1L)).getMatchedCount() == 1);
    }

    @Override
    public void release(UUID holder) {
        var unused = Database.ask(() -> leases.updateOne(heldBy(holder), combine(inc(BEAT, 1L), set(RELEASED, true))));
    }

    private boolean insert(Lease mine) {
        try {
            leases.insertOne(document(mine));
            return true;
        } catch (MongoWriteException refused) {
            if (refused.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw refused;
        }
    }

    private static Bson heldBy(UUID holder) {
        return and(eq(ID, WRITER), eq(HOLDER, holder.toString()), eq(RELEASED, false));
    }

    private static Document document(Lease lease) {
        return new Document(ID, WRITER)
                .append(HOLDER, lease.holder().toString())
                .append(NAME, lease.name())
                .append(BEAT, lease.beat())
                .append(RELEASED, lease.released());
    }

    private static Lease lease(Document document) {
        return new Lease(
                UUID.fromString(document.getString(HOLDER)),
                document.getString(NAME),
                document.getLong(BEAT),
                document.getBoolean(RELEASED));
    }
}
