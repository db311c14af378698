package org.openengagement.embedded.server.commands;

import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import org.openengagement.embedded.storage.Query;
import org.openengagement.embedded.storage.StoreFiles;

/** Looks for documents, and answers the first batch of them. */
final class Find implements Command {

    private static final int FIRST_BATCH = 101;

    private final StoreFiles files;
    private final Cursors cursors;

    Find(StoreFiles files, Cursors cursors) {
        this.files = files;
        this.cursors = cursors;
    }

    @Override
    public Document answer(String database, Document request) {
        String name = Requests.collection(database, request, "find");
        Requests.refuse(
                request, "collation", "tailable", "awaitData", "min", "max", "returnKey", "showRecordId", "let");
        Query query = new Query(
                Requests.filter(request, "filter"),
                Requests.document(request, "sort"),
                Requests.number(request, "skip", 0),
                Requests.number(request, "limit", 0));
        Document fields = Requests.document(request, "projection");
        Projection projection = fields.isEmpty() ? null : new Projection(fields);
        OpenCursor cursor = new OpenCursor(name, files.of(name), query, projection);
        long most = Requests.number(request, "batchSize", FIRST_BATCH);
        return cursors.first(cursor, most, Utils.isTrue(request.get("singleBatch")));
    }
}
