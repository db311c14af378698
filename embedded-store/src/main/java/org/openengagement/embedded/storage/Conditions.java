package org.openengagement.embedded.storage;

import de.bwaldvogel.mongo.bson.Document;
import java.util.Collection;

/** A filter with its {@code $and}s laid flat, by field: what a walk can be bounded by. It may say less than the filter. */
final class Conditions {

    private Conditions() {}

    static Document of(Document filter) {
        Document flat = new Document();
        add(filter, flat);
        return flat;
    }

    private static void add(Document filter, Document flat) {
        filter.forEach((field, wanted) -> {
            if (field.equals("$and") && wanted instanceof Collection<?> parts) {
                parts.stream()
                        .filter(Document.class::isInstance)
                        .map(Document.class::cast)
                        .forEach(part -> add(part, flat));
            } else if (!flat.containsKey(field)) {
                flat.put(field, wanted);
            } else if (flat.get(field) instanceof Document first && wanted instanceof Document second) {
                Document both = new Document(second);
                both.putAll(first);
                flat.put(field, both);
            }
        });
    }
}
