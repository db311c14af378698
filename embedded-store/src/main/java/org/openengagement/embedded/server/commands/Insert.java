package org.openengagement.embedded.server.commands;

import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.List;
import org.openengagement.embedded.storage.DocumentCollection;
import org.openengagement.embedded.storage.StoreFiles;

/** Adds documents; each is either there with all its index keys, or not at all. */
final class Insert implements Command {

    private final StoreFiles files;

    Insert(StoreFiles files) {
        this.files = files;
    }

    @Override
    public Document answer(String database, Document request) {
        String name = Requests.collection(database, request, "insert");
        List<Document> documents = Requests.documents(request, "documents");
        if (documents.isEmpty() || documents.size() > Hello.MOST_WRITES) {
            throw new MongoServerError(
                    16, "InvalidLength", "An insert takes 1 to %d documents.".formatted(Hello.MOST_WRITES));
        }
        return files.of(name).write(catalog -> insert(catalog.findOrCreate(name), documents, new WriteErrors(request)));
    }

    private static Document insert(DocumentCollection collection, List<Document> documents, WriteErrors errors) {
        int inserted = 0;
        for (int index = 0; index < documents.size() && !errors.stop(); index++) {
            try {
                Utils.validateFieldNames(documents.get(index));
                collection.insert(documents.get(index));
                inserted++;
            } catch (MongoServerError refusal) {
                errors.add(index, refusal);
            }
        }
        return errors.in(new Document("n", inserted));
    }
}
