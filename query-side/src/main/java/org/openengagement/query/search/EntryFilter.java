package org.openengagement.query.search;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which entries. Conditions are joined by and, the values of one by or; what is {@code null} or empty lets all pass.
 *
 * @param type names of types
 * @param institution slugs
 * @param reference the public reference of a case
 * @param recordedFrom the earliest instant of recording
 * @param recordedTo the latest instant of recording
 */
public record EntryFilter(
        @Nullable List<String> type,
        @Nullable List<String> institution,
        @Nullable String reference,
        @Nullable Instant recordedFrom,
        @Nullable Instant recordedTo) {

    /** Every entry. */
    public static final EntryFilter ALL = new EntryFilter(null, null, null, null, null);

    /** Whether only the time of recording matters, so that the entries lie side by side. */
    boolean isRange() {
        return asksNothing(type) && asksNothing(institution) && reference == null;
    }

    private static boolean asksNothing(@Nullable List<String> values) {
        return values == null || values.isEmpty();
    }
}
