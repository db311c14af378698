package org.openengagement.embedded.server.commands;

import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.Decimal128;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.Collection;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Refuses filters that would be answered otherwise than by MongoDB: operators that are not known here, even where no document
 * comes to be compared, and values about which the two are known to differ.
 */
final class FilterCheck {

    private static final Set<String> JUNCTIONS = Set.of("$and", "$or", "$nor");
    private static final Set<String> COMPARISONS = Set.of("$gt", "$gte", "$lt", "$lte");
    private static final Set<String> EQUALITIES = Set.of("$eq", "$ne", "$in", "$nin");

    private FilterCheck() {}

    /** @throws MongoServerError if the filter asks for what is not known here */
    static void check(Document filter) {
        filter.forEach((name, wanted) -> {
            if (!name.startsWith("$")) {
                checkField(name, wanted);
            } else if (JUNCTIONS.contains(name) && wanted instanceof Collection<?> parts && !parts.isEmpty()) {
                parts.forEach(part -> check(asDocument(name, part)));
            } else {
                throw unknown(name);
            }
        });
    }

    private static void checkField(String field, @Nullable Object wanted) {
        if (!(wanted instanceof Document operators)
                || operators.isEmpty()
                || !operators.keySet().iterator().next().startsWith("$")) {
            checkValue(field, wanted);
            return;
        }
        if (!field.equals("_id")
                && operators.keySet().stream().filter(COMPARISONS::contains).count() > 1) {
            // In an array, MongoDB lets one element be over the lower end and another one below the upper end.
            throw refusal("'%s': a range with two ends is looked for in _id only.".formatted(field));
        }
        operators.forEach((operator, value) -> {
            if (operator.equals("$not")) {
                checkField(field, asDocument(operator, value));
            } else if (COMPARISONS.contains(operator)) {
                if (value == null || value instanceof Collection || value instanceof Document) {
                    throw refusal("'%s': %s compares with a plain value here.".formatted(field, operator));
                }
                checkValue(field, value);
            } else if (operator.endsWith("in") && EQUALITIES.contains(operator)) {
                if (!(value instanceof Collection<?> values)) {
                    throw refusal("'%s': %s needs an array.".formatted(field, operator));
                }
                values.forEach(each -> checkValue(field, each));
            } else if (EQUALITIES.contains(operator)) {
                checkValue(field, value);
            } else if (!operator.equals("$exists")) {
                throw unknown(operator);
            }
        });
    }

    private static void checkValue(String field, @Nullable Object value) {
        if (value == null && field.contains(".")) {
            throw refusal("'%s': null is looked for in fields of the document itself only.".formatted(field));
        }
        if (value instanceof Decimal128 || BsonRegularExpression.isRegularExpression(value)) {
            throw refusal("'%s': decimals and regular expressions are not looked for.".formatted(field));
        }
        if (value instanceof Double number && number.isNaN()) {
            throw refusal("'%s': NaN is not looked for.".formatted(field));
        }
    }

    private static Document asDocument(String operator, @Nullable Object value) {
        if (value instanceof Document document) {
            return document;
        }
        throw refusal("%s needs a document.".formatted(operator));
    }

    private static MongoServerError unknown(String operator) {
        return refusal("The embedded store does not know the operator %s.".formatted(operator));
    }

    private static MongoServerError refusal(String sentence) {
        return new MongoServerError(2, "BadValue", sentence);
    }
}
