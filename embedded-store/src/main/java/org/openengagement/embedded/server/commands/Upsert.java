package org.openengagement.embedded.server.commands;

import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openengagement.embedded.storage.DocumentCollection;

/** Inserts what an update did not find: the fields that the filter states exactly, then the change. */
final class Upsert {

    private Upsert() {}

    static Document insert(DocumentCollection collection, Document filter, Change change) {
        Document stated = new Document();
        state(filter, stated);
        Document document = change.of(change.replaces() ? onlyId(stated) : stated, true);
        return collection.insert(document);
    }

    private static void state(Document filter, Document stated) {
        filter.forEach((field, value) -> {
            if (field.equals("$and") && value instanceof List<?> parts) {
                parts.stream().map(Document.class::cast).forEach(part -> state(part, stated));
            } else if (!field.startsWith("$")) {
                stateField(field, value, stated);
            }
        });
    }

    private static void stateField(String field, @Nullable Object value, Document stated) {
        if (!(value instanceof Document operators) || !isOperators(operators)) {
            Utils.changeSubdocumentValue(stated, field, value);
        } else if (operators.containsKey("$eq")) {
            Utils.changeSubdocumentValue(stated, field, operators.get("$eq"));
        } else if (field.equals(DocumentCollection.ID)) {
            throw new MongoServerError(2, "BadValue", "An upsert's filter states the _id exactly, or not at all.");
        }
    }

    private static boolean isOperators(Document value) {
        return !value.isEmpty() && value.keySet().iterator().next().startsWith("$");
    }

    private static Document onlyId(Document stated) {
        return stated.containsKey(DocumentCollection.ID)
                ? new Document(DocumentCollection.ID, stated.get(DocumentCollection.ID))
                : new Document();
    }
}
