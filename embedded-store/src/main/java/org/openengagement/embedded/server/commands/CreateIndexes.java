package org.openengagement.embedded.server.commands;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.List;
import org.openengagement.embedded.storage.DocumentCollection;
import org.openengagement.embedded.storage.StoreFiles;
import org.openengagement.embedded.storage.index.IndexDefinition;

/** Adds indexes to a collection, which is made if it does not exist. */
final class CreateIndexes implements Command {

    private final StoreFiles files;

    CreateIndexes(StoreFiles files) {
        this.files = files;
    }

    @Override
    public Document answer(String database, Document request) {
        String name = Requests.collection(database, request, "createIndexes");
        if (Requests.documents(request, "indexes").isEmpty()) {
            throw new MongoServerError(2, "BadValue", "At least one index has to be named.");
        }
        List<IndexDefinition> definitions = Requests.documents(request, "indexes").stream()
                .map(IndexDefinition::of)
                .toList();
        return files.of(name).write(catalog -> {
            boolean isNew = catalog.find(name).isEmpty();
            int before = catalog.findOrCreate(name).indexDefinitions().size();
            for (IndexDefinition definition : definitions) {
                DocumentCollection collection = catalog.findOrCreate(name);
                catalog.addIndex(collection, definition);
            }
            int after = catalog.findOrCreate(name).indexDefinitions().size();
            Document answer = new Document("numIndexesBefore", before).append("numIndexesAfter", after);
            return after == before ? answer : answer.append("createdCollectionAutomatically", isNew);
        });
    }
}
