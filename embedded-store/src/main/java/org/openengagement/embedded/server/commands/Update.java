package org.openengagement.embedded.server.commands;

import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.ArrayList;
import java.util.List;
import org.openengagement.embedded.storage.DocumentCollection;
import org.openengagement.embedded.storage.Query;
import org.openengagement.embedded.storage.Results;
import org.openengagement.embedded.storage.StoreFiles;

/** Changes documents that match, or inserts one where none does and that is asked for. */
final class Update implements Command {

    private final StoreFiles files;

    Update(StoreFiles files) {
        this.files = files;
    }

    @Override
    public Document answer(String database, Document request) {
        String name = Requests.collection(database, request, "update");
        files.refuseIfAppendOnly(name, "update");
        List<Document> updates = Requests.documents(request, "updates");
        return files.of(name).write(catalog -> {
            WriteErrors errors = new WriteErrors(request);
            Tally tally = new Tally();
            for (int index = 0; index < updates.size() && !errors.stop(); index++) {
                try {
                    tally.update(index, catalog.findOrCreate(name), updates.get(index));
                } catch (MongoServerError refusal) {
                    errors.add(index, refusal);
                }
            }
            return errors.in(tally.answer());
        });
    }

    /** What the updates of one command did together. */
    private static final class Tally {

        private int matched;
        private int modified;
        private final List<Document> upserted = new ArrayList<>();

        void update(int index, DocumentCollection collection, Document statement) {
            Requests.refuse(statement, "collation", "arrayFilters", "sort");
            Document filter = Requests.filter(statement, "q");
            Change change = Change.of(statement.get("u"));
            boolean many = Utils.isTrue(statement.get("multi"));
            if (many && change.replaces()) {
                throw new MongoServerError(9, "FailedToParse", "Many documents cannot be replaced by one.");
            }
            List<Document> found =
                    new Results(new Query(filter, new Document(), 0, many ? 0 : 1), collection).all(collection);
            found.forEach(before -> change(collection, before, change.of(before, false)));
            if (found.isEmpty() && Utils.isTrue(statement.get("upsert"))) {
                Document inserted = Upsert.insert(collection, filter, change);
                upserted.add(new Document("index", index)
                        .append(DocumentCollection.ID, inserted.get(DocumentCollection.ID)));
            }
        }

        private void change(DocumentCollection collection, Document before, Document after) {
            if (!after.equals(before)) {
                collection.replace(before, after);
                modified++;
            }
            matched++;
        }

        Document answer() {
            Document answer = new Document("n", matched + upserted.size()).append("nModified", modified);
            return upserted.isEmpty() ? answer : answer.append("upserted", upserted);
        }
    }
}
