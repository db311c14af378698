package org.openengagement.embedded.storage;

import de.bwaldvogel.mongo.bson.Document;
import java.util.Arrays;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.openengagement.embedded.storage.index.DuplicateKeyError;
import org.openengagement.embedded.storage.index.Index;
import org.openengagement.embedded.storage.index.IndexDefinition;
import org.openengagement.embedded.storage.index.IndexKeys;

/** Makes an index over documents that are there already: first a look whether it can stand, then the filling. */
final class IndexBuild {

    private IndexBuild() {}

    /** @throws DuplicateKeyError if two documents share a key of a unique index */
    static void check(DocumentCollection collection, IndexDefinition definition) {
        TreeMap<byte[], byte[]> holders = new TreeMap<>(Arrays::compareUnsigned);
        forEach(
                collection,
                (key, document) -> IndexKeys.of(document, definition).forEach((indexKey, values) -> {
                    if (definition.unique() && holders.putIfAbsent(indexKey, key) != null) {
                        throw new DuplicateKeyError(collection.name(), definition.name(), definition.key(), values);
                    }
                }));
    }

    static void fill(DocumentCollection collection, Index index) {
        forEach(collection, (key, document) -> index.add(document, key));
    }

    private static void forEach(DocumentCollection collection, BiConsumer<byte[], Document> work) {
        collection.tree(null).forEach((key, stored) -> work.accept(key, DocumentBytes.read(stored)));
    }
}
