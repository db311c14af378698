package org.openengagement.benchmarks.reading;

import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;

import com.mongodb.ReadConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoCursor;
import com.mongodb.client.MongoDatabase;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.Document;

/** Reads the ledger's commits with the stock driver, and does nothing with them: documents decoded, no more. */
final class BareDriver {

    private final MongoCollection<Document> commits;

    BareDriver(MongoDatabase database) {
        this.commits = database.getCollection("commits").withReadConcern(ReadConcern.MAJORITY);
    }

    /** The commits that hold a range of positions. */
    void range(long from, int events) {
        Document first = commits.find(new Document("_id", new Document("$lte", from)))
                .sort(descending("_id"))
                .limit(1)
                .first();
        long seen = first == null ? 0 : end(first) - from;
        if (seen < events) {
            try (MongoCursor<Document> rest = commits.find(gte("_id", from))
                    .sort(ascending("_id"))
                    .batchSize(2)
                    .cursor()) {
                while (seen < events && rest.hasNext()) {
                    seen += rest.next().getInteger("count");
                }
            }
        }
    }

    /** The commits that hold a stream. */
    void holding(String stream, int events) {
        List<String> places = IntStream.range(0, events)
                .mapToObj(sequence -> stream + "#" + sequence)
                .toList();
        try (MongoCursor<Document> found = commits.find(in("claims", places)).cursor()) {
            found.forEachRemaining(commit -> {});
        }
    }

    /** Reads all of them, with a cursor. */
    double eventsASecond(long events) {
        long started = System.nanoTime();
        long seen = 0;
        try (MongoCursor<Document> all = commits.find().sort(ascending("_id")).cursor()) {
            while (all.hasNext()) {
                seen += all.next().getInteger("count");
            }
        }
        if (seen != events) {
            throw new IllegalStateException("The cursor saw %d events, not %d.".formatted(seen, events));
        }
        return events / ((System.nanoTime() - started) / 1e9);
    }

    private static long end(Document commit) {
        return commit.get("_id", Number.class).longValue() + commit.getInteger("count");
    }
}
