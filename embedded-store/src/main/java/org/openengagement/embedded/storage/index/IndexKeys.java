package org.openengagement.embedded.storage.index;

import de.bwaldvogel.mongo.backend.DefaultQueryMatcher;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/** The keys under which an index holds a document: one for each element where a field is an array. */
public final class IndexKeys {

    private IndexKeys() {}

    /** The keys, each with the values it was made of, in the order of the index's fields. */
    public static NavigableMap<byte[], Document> of(Document document, IndexDefinition index) {
        NavigableMap<byte[], Document> keys = new TreeMap<>(Arrays::compareUnsigned);
        if (isLeftOut(document, index)) {
            return keys;
        }
        keys.put(new byte[0], new Document());
        boolean hasArray = false;
        for (String field : index.fields()) {
            Object value = Utils.getSubdocumentValueCollectionAware(document, field);
            if (value instanceof Collection<?> array) {
                if (hasArray) {
                    throw new MongoServerError(
                            171, "CannotIndexParallelArrays", "Two fields of an index cannot both be arrays.");
                }
                hasArray = true;
                keys = array.isEmpty() ? withEmptyArray(keys, field) : with(keys, field, array);
            } else {
                keys = with(keys, field, Arrays.asList(value));
            }
        }
        return keys;
    }

    private static boolean isLeftOut(Document document, IndexDefinition index) {
        boolean lacksAll = index.sparse()
                && index.fields().stream()
                        .allMatch(
                                field -> Utils.getSubdocumentValueCollectionAware(document, field) instanceof Missing);
        return lacksAll || (index.partial() != null && !new DefaultQueryMatcher().matches(document, index.partial()));
    }

    private static NavigableMap<byte[], Document> with(
            NavigableMap<byte[], Document> prefixes, String field, Collection<?> values) {
        NavigableMap<byte[], Document> keys = new TreeMap<>(Arrays::compareUnsigned);
        prefixes.forEach((prefix, shown) -> values.forEach(value -> {
            Object stored = value instanceof Missing ? null : value;
            keys.put(KeyBytes.joined(prefix, KeyBytes.of(stored)), shown.clone().append(field, stored));
        }));
        return keys;
    }

    private static NavigableMap<byte[], Document> withEmptyArray(
            NavigableMap<byte[], Document> prefixes, String field) {
        NavigableMap<byte[], Document> keys = new TreeMap<>(Arrays::compareUnsigned);
        prefixes.forEach((prefix, shown) -> keys.put(
                KeyBytes.joined(prefix, KeyBytes.ofEmptyArray()), shown.clone().append(field, List.of())));
        return keys;
    }
}
