package org.openengagement.embedded.server.commands;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.List;
import org.openengagement.embedded.storage.DocumentCollection;
import org.openengagement.embedded.storage.StoreFiles;
import org.openengagement.embedded.storage.index.IndexDefinition;

/** Takes indexes out, by name, by key, or all but that on {@code _id}. */
final class DropIndexes implements Command {

    private final StoreFiles files;

    DropIndexes(StoreFiles files) {
        this.files = files;
    }

    @Override
    public Document answer(String database, Document request) {
        String name = Requests.collection(database, request, "dropIndexes");
        files.refuseIfAppendOnly(name, "dropIndexes");
        Object asked = request.get("index");
        if ("_id_".equals(asked)) {
            throw new MongoServerError(72, "InvalidOptions", "The index on _id cannot be dropped.");
        }
        return files.of(name).write(catalog -> {
            DocumentCollection collection = catalog.find(name)
                    .orElseThrow(() -> new MongoServerError(26, "NamespaceNotFound", "There is no " + name + "."));
            List<IndexDefinition> definitions = collection.indexDefinitions();
            List<IndexDefinition> dropped = definitions.stream()
                    .skip(1)
                    .filter(index -> "*".equals(asked)
                            || index.name().equals(asked)
                            || index.key().equals(asked))
                    .toList();
            if (dropped.isEmpty() && !"*".equals(asked)) {
                throw new MongoServerError(27, "IndexNotFound", "%s has no index %s to drop.".formatted(name, asked));
            }
            dropped.forEach(index -> catalog.dropIndex(catalog.findOrCreate(name), index.name()));
            return new Document("nIndexesWas", definitions.size());
        });
    }
}
