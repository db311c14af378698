package org.openengagement.embedded.server;

import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import org.openengagement.embedded.storage.DocumentCollection;
import org.openengagement.embedded.storage.IndexDefinition;
import org.openengagement.embedded.storage.StoreFiles;

/** Adds indexes to a collection, which is made if it does not exist. */
final class CreateIndexes implements Command {

    private final StoreFiles files;

    CreateIndexes(StoreFiles files) {
        this.files = files;
    }

    @Override
    public Document answer(String database, Document request) {
        String name = Requests.collection(database, request, "createIndexes");
        List<IndexDefinition> definitions = Requests.documents(request, "indexes").stream()
                .map(IndexDefinition::of)
                .toList();
        return files.of(name).write(catalog -> {
            int before = catalog.findOrCreate(name).indexDefinitions().size();
            for (IndexDefinition definition : definitions) {
                DocumentCollection collection = catalog.findOrCreate(name);
                catalog.addIndex(collection, definition);
            }
            return new Document("numIndexesBefore", before)
                    .append(
                            "numIndexesAfter",
                            catalog.findOrCreate(name).indexDefinitions().size());
        });
    }
}
