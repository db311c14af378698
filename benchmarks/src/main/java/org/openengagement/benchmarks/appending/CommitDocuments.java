package org.openengagement.benchmarks.appending;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.openengagement.benchmarks.cases.Case;
import org.openengagement.benchmarks.places.LedgerNode;
import org.openengagement.benchmarks.places.MongoPlace;
import org.openengagement.ledger.events.LedgerEvent;

/**
 * The very documents that the ledger writes when it is busy: 64 events each. It wrote them itself; a raw loop inserts them
 * again, one after the other, into a collection with the same unique index. That is the most that one appender can do.
 */
final class CommitDocuments {

    private static final int EVENTS_EACH = 64;

    private final List<RawBsonDocument> documents;

    private CommitDocuments(List<RawBsonDocument> documents) {
        this.documents = documents;
    }

    /** So many documents that hold events of this kind. */
    static CommitDocuments of(MongoPlace place, int documents, Supplier<LedgerEvent> events) {
        MongoDatabase database = place.fresh();
        try (LedgerNode node = LedgerNode.in(database)) {
            for (int number = 0; number < documents; number++) {
                DefaultUnitOfWork.startAndGet(null).execute(() -> {
                    for (int event = 0; event < EVENTS_EACH; event++) {
                        node.eventStore().publish(new Case().apply(events.get()));
                    }
                });
            }
            return new CommitDocuments(database.getCollection("commits", RawBsonDocument.class)
                    .find()
                    .into(new ArrayList<>()));
        } finally {
            place.forget(database);
        }
    }

    /** The first of them. */
    Document first() {
        return documents.getFirst().decode(new org.bson.codecs.DocumentCodec());
    }

    /** How many events a second one loop inserts; it ends early when it has inserted them all. */
    double eventsASecond(MongoPlace place, Duration length) {
        MongoDatabase database = place.fresh();
        MongoCollection<RawBsonDocument> commits = database.getCollection("commits", RawBsonDocument.class);
        var unused = commits.createIndex(Indexes.ascending("claims"), new IndexOptions().unique(true));
        long started = System.nanoTime();
        int inserted = 0;
        while (inserted < documents.size() && System.nanoTime() - started < length.toNanos()) {
            commits.insertOne(documents.get(inserted++));
        }
        double seconds = (System.nanoTime() - started) / 1e9;
        place.forget(database);
        return (double) inserted * EVENTS_EACH / seconds;
    }
}
