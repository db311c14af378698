package org.openengagement.embedded.server.commands;

import de.bwaldvogel.mongo.backend.aggregation.Aggregation;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.openengagement.embedded.storage.DocumentCollection;
import org.openengagement.embedded.storage.Found;
import org.openengagement.embedded.storage.Query;
import org.openengagement.embedded.storage.Results;
import org.openengagement.embedded.storage.StoreFiles;

/**
 * Pipelines over one collection. A leading {@code $match} goes through the indexes; the rest is worked out in memory, and
 * its answer is one batch of at most {@value #MOST_DOCUMENTS} documents.
 */
final class Aggregate implements Command {

    private static final int MOST_DOCUMENTS = 10_000;
    private static final Set<String> STAGES = Set.of("$match", "$sort", "$skip", "$limit", "$count", "$group");

    /** What a driver counts with. */
    private static final List<Document> GROUPS = List.of(
            new Document("_id", 1).append("n", new Document("$sum", 1)),
            new Document("_id", null).append("n", new Document("$sum", 1)));

    private final StoreFiles files;

    Aggregate(StoreFiles files) {
        this.files = files;
    }

    @Override
    public Document answer(String database, Document request) {
        String name = Requests.collection(database, request, "aggregate");
        Requests.refuse(request, "collation", "let", "explain");
        List<Document> pipeline = Requests.documents(request, "pipeline");
        for (Document stage : pipeline) {
            if (stage.size() != 1 || !STAGES.containsAll(stage.keySet())) {
                throw new MongoServerError(40324, "The embedded store knows the stages %s only.".formatted(STAGES));
            }
            if (stage.containsKey("$match")) {
                FilterCheck.check(Requests.document(stage, "$match"));
            }
            if (stage.containsKey("$group") && !GROUPS.contains(stage.get("$group"))) {
                throw new MongoServerError(40324, "The embedded store groups only to count: %s.".formatted(GROUPS));
            }
        }
        List<Document> answer = files.of(name)
                .read(catalog -> catalog.find(name)
                        .map(collection -> run(collection, pipeline))
                        .orElseGet(List::of));
        if (answer.size() > MOST_DOCUMENTS) {
            throw new MongoServerError(
                    10334, "BSONObjectTooLarge", "A pipeline answers at most %d documents.".formatted(MOST_DOCUMENTS));
        }
        return Cursors.whole(name, answer);
    }

    private static List<Document> run(DocumentCollection collection, List<Document> pipeline) {
        boolean matchesFirst = !pipeline.isEmpty() && pipeline.getFirst().containsKey("$match");
        Document filter = matchesFirst ? Requests.document(pipeline.getFirst(), "$match") : new Document();
        List<Document> rest = pipeline.subList(matchesFirst ? 1 : 0, pipeline.size());
        Results results = new Results(Query.allThatMatch(filter), collection);
        Stream<Document> matching = Stream.generate(() -> results.next(collection))
                .takeWhile(Objects::nonNull)
                .map(Found::document);
        return Aggregation.fromPipeline(rest, null, null, null, null)
                .runStagesAsStream(matching)
                .limit(MOST_DOCUMENTS + 1L)
                .toList();
    }
}
