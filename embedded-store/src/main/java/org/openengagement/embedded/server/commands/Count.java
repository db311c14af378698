package org.openengagement.embedded.server.commands;

import de.bwaldvogel.mongo.bson.Document;
import org.openengagement.embedded.storage.DocumentCollection;
import org.openengagement.embedded.storage.Query;
import org.openengagement.embedded.storage.Results;
import org.openengagement.embedded.storage.StoreFiles;

/** Counts documents; all of a collection without a look at any. */
final class Count implements Command {

    private final StoreFiles files;

    Count(StoreFiles files) {
        this.files = files;
    }

    @Override
    public Document answer(String database, Document request) {
        String name = Requests.collection(database, request, "count");
        Requests.refuse(request, "collation");
        Query query = new Query(
                Requests.filter(request, "query"),
                new Document(),
                Requests.number(request, "skip", 0),
                Requests.number(request, "limit", 0));
        long count = files.of(name)
                .read(catalog -> catalog.find(name)
                        .map(collection -> count(collection, query))
                        .orElse(0L));
        return count <= Integer.MAX_VALUE ? new Document("n", (int) count) : new Document("n", count);
    }

    /** How many documents match. */
    static long count(DocumentCollection collection, Query query) {
        if (query.filter().isEmpty()) {
            long left = Math.max(0, collection.size() - query.skip());
            return query.limit() > 0 ? Math.min(left, query.limit()) : left;
        }
        Results results = new Results(query, collection);
        long count = 0;
        while (results.next(collection) != null) {
            count++;
        }
        return count;
    }
}
