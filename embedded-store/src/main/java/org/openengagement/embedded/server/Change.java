package org.openengagement.embedded.server;

import static java.util.Objects.requireNonNullElse;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.backend.ValueComparator;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an update makes of a document: another document in its place, or some of its fields changed by operators. */
final class Change {

    private static final String ID = "_id";

    private final Document update;
    private final boolean replaces;

    /**
     * Reads an update.
     *
     * @throws MongoServerError if it is a pipeline, mixes fields with operators, or has an operator unknown here
     */
    static Change of(@Nullable Object given) {
        if (!(given instanceof Document update)) {
            throw new MongoServerError(9, "FailedToParse", "An update is a document here; pipelines are not known.");
        }
        long operators =
                update.keySet().stream().filter(name -> name.startsWith("$")).count();
        if (operators != 0 && operators != update.size()) {
            throw new MongoServerError(9, "FailedToParse", "An update has either fields or operators, not both.");
        }
        return new Change(update, operators == 0);
    }

    private Change(Document update, boolean replaces) {
        this.update = update;
        this.replaces = replaces;
    }

    boolean replaces() {
        return replaces;
    }

    /** The document as it is to be. */
    Document of(Document before, boolean inserted) {
        Document after = new Document();
        if (replaces) {
            if (before.containsKey(ID)) {
                after.put(ID, before.get(ID));
            }
            after.putAll(update);
        } else {
            before.cloneInto(after);
            update.forEach((operator, fields) -> apply(after, operator, fields, inserted));
        }
        Utils.validateFieldNames(after);
        return after;
    }

    private static void apply(Document document, String operator, @Nullable Object given, boolean inserted) {
        if (!(given instanceof Document fields)) {
            throw new MongoServerError(9, "FailedToParse", "%s needs a document of fields.".formatted(operator));
        }
        for (Map.Entry<String, Object> field : fields.entrySet()) {
            String path = field.getKey();
            Object value = field.getValue();
            Object old = Utils.getSubdocumentValue(document, path);
            switch (operator) {
                case "$set" -> Utils.changeSubdocumentValue(document, path, value);
                case "$setOnInsert" -> {
                    if (inserted) {
                        Utils.changeSubdocumentValue(document, path, value);
                    }
                }
                case "$unset" -> Utils.removeSubdocumentValue(document, path);
                case "$inc" -> Utils.changeSubdocumentValue(document, path, sum(path, old, value));
                case "$min" -> {
                    if (old instanceof Missing || ValueComparator.asc().compare(value, old) < 0) {
                        Utils.changeSubdocumentValue(document, path, value);
                    }
                }
                case "$max" -> {
                    if (old instanceof Missing || ValueComparator.asc().compare(value, old) > 0) {
                        Utils.changeSubdocumentValue(document, path, value);
                    }
                }
                case "$push" -> Utils.changeSubdocumentValue(document, path, with(path, old, value, false));
                case "$addToSet" -> Utils.changeSubdocumentValue(document, path, with(path, old, value, true));
                default ->
                    throw new MongoServerError(
                            9,
                            "FailedToParse",
                            "The embedded store does not know the operator %s.".formatted(operator));
            }
        }
    }

    private static Number sum(String path, @Nullable Object old, @Nullable Object added) {
        Object from = old instanceof Missing ? Integer.valueOf(0) : requireNonNullElse(old, "null");
        if (!(from instanceof Number first) || !(added instanceof Number second)) {
            throw new MongoServerError(14, "TypeMismatch", "$inc on '%s' needs numbers.".formatted(path));
        }
        if (first instanceof Double || second instanceof Double) {
            return first.doubleValue() + second.doubleValue();
        }
        long sum = Math.addExact(first.longValue(), second.longValue());
        boolean small = first instanceof Integer && second instanceof Integer && (int) sum == sum;
        return small ? (Number) (int) sum : (Number) sum;
    }

    private static List<@Nullable Object> with(
            String path, @Nullable Object old, @Nullable Object added, boolean once) {
        if (added instanceof Document modifiers && modifiers.keySet().stream().anyMatch(name -> name.startsWith("$"))) {
            throw new MongoServerError(9, "FailedToParse", "'%s': an array takes one value at a time.".formatted(path));
        }
        List<@Nullable Object> values = new ArrayList<>();
        if (old instanceof Collection<?> array) {
            values.addAll(array);
        } else if (!(old instanceof Missing)) {
            throw new MongoServerError(2, "BadValue", "'%s' is not an array.".formatted(path));
        }
        if (!once || values.stream().noneMatch(value -> ValueComparator.asc().compare(value, added) == 0)) {
            values.add(added);
        }
        return values;
    }
}
