package org.openengagement.embedded.server.commands;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.List;
import org.openengagement.embedded.storage.DocumentCollection;
import org.openengagement.embedded.storage.Query;
import org.openengagement.embedded.storage.Results;
import org.openengagement.embedded.storage.StoreFiles;

/** Removes documents that match. */
final class Delete implements Command {

    private final StoreFiles files;

    Delete(StoreFiles files) {
        this.files = files;
    }

    @Override
    public Document answer(String database, Document request) {
        String name = Requests.collection(database, request, "delete");
        files.refuseIfAppendOnly(name, "delete");
        List<Document> deletes = Requests.documents(request, "deletes");
        for (Document statement : deletes) {
            if (!statement.containsKey("limit")) {
                throw Requests.missing("limit");
            }
        }
        return files.of(name).write(catalog -> {
            WriteErrors errors = new WriteErrors(request);
            int removed = 0;
            for (int index = 0; index < deletes.size() && !errors.stop(); index++) {
                try {
                    Document statement = deletes.get(index);
                    removed += catalog.find(name)
                            .map(collection -> delete(collection, statement))
                            .orElse(0);
                } catch (MongoServerError refusal) {
                    errors.add(index, refusal);
                }
            }
            return errors.in(new Document("n", removed));
        });
    }

    private static int delete(DocumentCollection collection, Document statement) {
        Requests.refuse(statement, "collation");
        long limit = Requests.number(statement, "limit", 0);
        Query query = new Query(Requests.filter(statement, "q"), new Document(), 0, limit);
        List<Document> found = new Results(query, collection).all(collection);
        found.forEach(collection::remove);
        return found.size();
    }
}
