package org.openengagement.embedded.server.commands;

import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import org.jspecify.annotations.Nullable;
import org.openengagement.embedded.storage.DocumentCollection;
import org.openengagement.embedded.storage.Found;
import org.openengagement.embedded.storage.Query;
import org.openengagement.embedded.storage.Results;
import org.openengagement.embedded.storage.StoreFiles;

/** Changes or removes one document, and answers it as it was, or as it is now. */
final class FindAndModify implements Command {

    private final StoreFiles files;

    FindAndModify(StoreFiles files) {
        this.files = files;
    }

    @Override
    public Document answer(String database, Document request) {
        String name = Requests.collection(
                database, request, request.containsKey("findAndModify") ? "findAndModify" : "findandmodify");
        files.refuseIfAppendOnly(name, "findAndModify");
        Requests.refuse(request, "collation", "arrayFilters", "let");
        if (Utils.isTrue(request.get("remove")) == request.containsKey("update")) {
            throw new MongoServerError(9, "FailedToParse", "Either an update or remove: true has to be given.");
        }
        return files.of(name).write(catalog -> modify(catalog.findOrCreate(name), request));
    }

    private static Document modify(DocumentCollection collection, Document request) {
        Document filter = Requests.filter(request, "query");
        Query query = Query.firstThatMatches(filter, Requests.document(request, "sort"));
        Found found = new Results(query, collection).next(collection);
        if (Utils.isTrue(request.get("remove"))) {
            if (found != null) {
                collection.remove(found.document());
            }
            return answer(request, found == null ? null : found.document(), new Document("n", found == null ? 0 : 1));
        }
        Change change = Change.of(request.get("update"));
        boolean wantsNew = Utils.isTrue(request.get("new"));
        if (found != null) {
            Document after = change.of(found.document(), false);
            if (!after.equals(found.document())) {
                collection.replace(found.document(), after);
            }
            Document did = new Document("n", 1).append("updatedExisting", true);
            return answer(request, wantsNew ? after : found.document(), did);
        }
        if (!Utils.isTrue(request.get("upsert"))) {
            return answer(request, null, new Document("n", 0).append("updatedExisting", false));
        }
        Document inserted = Upsert.insert(collection, filter, change);
        Document did = new Document("n", 1)
                .append("updatedExisting", false)
                .append("upserted", inserted.get(DocumentCollection.ID));
        return answer(request, wantsNew ? inserted : null, did);
    }

    private static Document answer(Document request, @Nullable Document document, Document did) {
        Document fields = Requests.document(request, "fields");
        Document value = document == null || fields.isEmpty() ? document : new Projection(fields).of(document);
        return new Document("lastErrorObject", did).append("value", value);
    }
}
