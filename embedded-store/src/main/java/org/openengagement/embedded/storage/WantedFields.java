package org.openengagement.embedded.storage;

import de.bwaldvogel.mongo.bson.Document;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a document that a filter looks at, so that the others need not be taken apart to match it.
 *
 * @param names of the outermost ones; null: it may look at any
 */
record WantedFields(@Nullable Set<String> names) {

    /** Those of a filter; of one that begins with an operator, all. */
    static WantedFields of(Document filter) {
        Set<String> names = new HashSet<>();
        for (String path : filter.keySet()) {
            if (path.startsWith("$")) {
                return new WantedFields(null);
            }
            int dot = path.indexOf('.');
            names.add(dot < 0 ? path : path.substring(0, dot));
        }
        return new WantedFields(names);
    }

    boolean areAll() {
        return names == null;
    }

    boolean include(String name) {
        return names == null || names.contains(name);
    }

    /** Whether no more is wanted, when so many were found. */
    boolean areFound(int found) {
        return names != null && found == names.size();
    }
}
