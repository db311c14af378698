package org.openengagement.embedded.storage.index;

import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.Decimal128;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a filter says of one field, as stretches of that field's keys. They hold at least every document that matches;
 * the filter itself is asked about each of them afterwards.
 */
public final class Bounds {

    private final List<byte[]> points;
    private final List<KeyRange> ranges;

    private Bounds(List<byte[]> points, List<KeyRange> ranges) {
        this.points = points;
        this.ranges = ranges;
    }

    /**
     * Reads a filter.
     *
     * @param mayBeArray whether the field may be an array: then different elements may satisfy the two ends of a range,
     *     and only one end bounds the walk
     * @return null if the filter does not bound the field
     */
    public static @Nullable Bounds of(Document filter, String field, boolean mayBeArray) {
        if (!filter.containsKey(field)) {
            return null;
        }
        Object wanted = filter.get(field);
        if (!(wanted instanceof Document operators) || !isOperators(operators)) {
            return canBound(wanted) ? new Bounds(List.of(KeyBytes.of(wanted)), List.of()) : null;
        }
        if (operators.containsKey("$eq") && canBound(operators.get("$eq"))) {
            return new Bounds(List.of(KeyBytes.of(operators.get("$eq"))), List.of());
        }
        if (operators.get("$in") instanceof Collection<?> values
                && values.stream().allMatch(Bounds::canBound)) {
            TreeSet<byte[]> keys = new TreeSet<>(Arrays::compareUnsigned);
            values.forEach(value -> keys.add(KeyBytes.of(value)));
            return new Bounds(List.copyOf(keys), List.of());
        }
        return ofRange(operators, mayBeArray);
    }

    /** The points, where the field is bounded to points; empty where it is bounded by a range. */
    public List<byte[]> points() {
        return points;
    }

    public boolean isRange() {
        return !ranges.isEmpty();
    }

    /** The stretches of an index whose keys begin with a prefix and go on with this field. */
    public List<KeyRange> under(byte[] prefix) {
        List<KeyRange> under = new ArrayList<>();
        points.forEach(point -> under.add(KeyRange.allThatBeginWith(KeyBytes.joined(prefix, point))));
        for (KeyRange range : ranges) {
            byte[] before = range.before();
            under.add(KeyRange.between(
                    KeyBytes.joined(prefix, range.from()),
                    before == null ? KeyBytes.afterAllThatBeginWith(prefix) : KeyBytes.joined(prefix, before)));
        }
        return under;
    }

    private static @Nullable Bounds ofRange(Document operators, boolean mayBeArray) {
        byte[] from = null;
        byte[] before = null;
        for (String operator : operators.keySet()) {
            Object value = operators.get(operator);
            if (!operator.startsWith("$") || !canBound(value)) {
                continue;
            }
            switch (operator) {
                case "$gte" -> from = KeyBytes.of(value);
                case "$gt" -> from = KeyBytes.afterAllThatBeginWith(KeyBytes.of(value));
                case "$lt" -> before = KeyBytes.of(value);
                case "$lte" -> before = KeyBytes.afterAllThatBeginWith(KeyBytes.of(value));
                default -> {}
            }
        }
        byte[] either = from != null ? from : before;
        if (either == null) {
            return null;
        }
        byte[] type = {either[0]};
        byte[] lower = from != null ? from : type;
        byte[] upper = before != null && (from == null || !mayBeArray) ? before : KeyBytes.afterAllThatBeginWith(type);
        return new Bounds(List.of(), List.of(KeyRange.between(lower, upper)));
    }

    /** Null also finds what is missing, and an array finds itself and elements: the filter alone knows how. */
    private static boolean canBound(@Nullable Object value) {
        return value != null
                && !(value instanceof Collection)
                && !(value instanceof Decimal128)
                && !BsonRegularExpression.isRegularExpression(value);
    }

    private static boolean isOperators(Document value) {
        return !value.isEmpty() && value.keySet().iterator().next().startsWith("$");
    }
}
