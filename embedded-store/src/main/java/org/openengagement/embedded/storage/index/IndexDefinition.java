package org.openengagement.embedded.storage.index;

import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an index is asked to hold.
 *
 * @param name its name, unique in its collection
 * @param key its fields, dotted paths, each with 1 or -1
 * @param unique whether no two documents may share a key
 * @param sparse whether documents without any of the fields are left out
 * @param partial if given, documents that do not match it are left out
 */
public record IndexDefinition(
        String name,
        Document key,
        boolean unique,
        boolean sparse,
        @Nullable Document partial) {

    private static final Set<String> UNDERSTOOD =
            Set.of("v", "ns", "name", "key", "unique", "sparse", "partialFilterExpression", "background");

    /**
     * Reads an index's specification.
     *
     * @throws MongoServerError if it asks for something this store does not have
     */
    public static IndexDefinition of(Document specification) {
        for (String option : specification.keySet()) {
            if (!UNDERSTOOD.contains(option)) {
                throw refusal("The embedded store has no index option '%s'.".formatted(option));
            }
        }
        if (!(specification.get("key") instanceof Document key) || key.isEmpty()) {
            throw refusal("An index needs a key with at least one field.");
        }
        key.forEach((field, direction) -> {
            if (!(direction instanceof Number number) || Math.abs(number.intValue()) != 1) {
                throw refusal("The embedded store has ascending (1) and descending (-1) indexes only, not '%s' on '%s'."
                        .formatted(direction, field));
            }
        });
        if (!(specification.get("name") instanceof String name) || name.isEmpty()) {
            throw new MongoServerError(9, "FailedToParse", "An index needs a name.");
        }
        return new IndexDefinition(
                name,
                key,
                Utils.isTrue(specification.get("unique")),
                Utils.isTrue(specification.get("sparse")),
                (Document) specification.get("partialFilterExpression"));
    }

    /** The specification it was read from, without what changes nothing. */
    public Document specification() {
        Document specification = new Document("v", 2).append("key", key).append("name", name);
        if (unique && !name.equals("_id_")) {
            specification.append("unique", true);
        }
        if (sparse) {
            specification.append("sparse", true);
        }
        specification.putIfNotNull("partialFilterExpression", partial);
        return specification;
    }

    public List<String> fields() {
        return List.copyOf(key.keySet());
    }

    /** Whether every document of the collection stands in it. */
    public boolean isComplete() {
        return !sparse && partial == null;
    }

    private static MongoServerError refusal(String sentence) {
        return new MongoServerError(67, "CannotCreateIndex", sentence);
    }
}
