package org.openengagement.query.figures.columns;

import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Numbers for values that repeat, from 0 in the order of first sight. A number never changes its value. One thread adds at
 * a time; any number of threads may look up meanwhile.
 */
final class Dictionary<T> {
    /** The number that stands for no value. */
    static final int NONE = -1;

    private final Map<T, Integer> codes = new ConcurrentHashMap<>();
    private volatile @Nullable Object[] values = new Object[16];

    int add(@Nullable T value) {
        if (value == null) {
            return NONE;
        }
        Integer known = codes.get(value);
        if (known != null) {
            return known;
        }
        int code = codes.size();
        @Nullable Object[] roomy = code < values.length ? values : Arrays.copyOf(values, 2 * code);
        roomy[code] = value;
        values = roomy;
        codes.put(value, code);
        return code;
    }

    /** The number of a value, {@link #NONE} where it was never seen. */
    int find(T value) {
        return codes.getOrDefault(value, NONE);
    }

    /** The value of a number that {@link #add} has given. */
    @SuppressWarnings("unchecked") // only add() writes here, and it takes nothing but T
    T value(int code) {
        return (T) Objects.requireNonNull(values[code]);
    }

    /** How many numbers are given. */
    int size() {
        return codes.size();
    }
}
