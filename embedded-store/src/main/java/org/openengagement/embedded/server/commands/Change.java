package org.openengagement.embedded.server.commands;

import static java.util.Objects.requireNonNullElse;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Decimal128;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an update makes of a document: another document in its place, or some of its fields changed by operators. */
final class Change {

    private static final String ID = "_id";
    private static final Set<String> OPERATORS = Set.of("$set", "$setOnInsert", "$unset", "$inc");

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
        if (operators != 0) {
            update.forEach(Change::refuseUnlessKnown);
        }
        return new Change(update, operators == 0);
    }

    private static void refuseUnlessKnown(String operator, @Nullable Object fields) {
        if (!OPERATORS.contains(operator)) {
            throw new MongoServerError(
                    9, "FailedToParse", "The embedded store does not know the operator %s.".formatted(operator));
        }
        if (operator.equals("$inc") && fields instanceof Document increments) {
            increments.forEach((path, value) -> {
                if (!(value instanceof Number)) {
                    throw new MongoServerError(14, "TypeMismatch", "$inc on '%s' needs a number.".formatted(path));
                }
            });
        }
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
                default -> throw new IllegalArgumentException("An operator that was let through: " + operator);
            }
        }
    }

    private static Number sum(String path, @Nullable Object old, @Nullable Object added) {
        Object from = old instanceof Missing ? Integer.valueOf(0) : requireNonNullElse(old, "null");
        if (from instanceof Decimal128 || added instanceof Decimal128) {
            throw new MongoServerError(
                    2, "BadValue", "$inc on '%s': the embedded store adds no decimals.".formatted(path));
        }
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
}
