package org.openengagement.query.figures.columns;

import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openengagement.query.figures.DateRange;
import org.openengagement.query.figures.ReferralFilter;
import org.openengagement.query.standing.Standing;

/** A {@link ReferralFilter} in the numbers of one snapshot. */
final class RowFilter {
    private final ReferralFilter filter;
    private final ReferralRows rows;
    private final @Nullable BitSet institutions;
    private final @Nullable BitSet kinds;
    private final @Nullable BitSet channels;
    private final @Nullable BitSet legalBases;
    private final @Nullable BitSet topicLists;
    private final @Nullable BitSet sources;

    RowFilter(ReferralFilter filter, Snapshot snapshot) {
        this.filter = filter;
        rows = snapshot.rows();
        Dictionaries dictionaries = snapshot.dictionaries();
        institutions = numbers(filter.institution(), dictionaries.institutions());
        kinds = numbers(filter.kind(), dictionaries.kinds());
        channels = numbers(filter.channel(), dictionaries.channels());
        legalBases = numbers(filter.legalBasis(), dictionaries.legalBases());
        sources = numbers(filter.source() == null ? null : List.of(filter.source()), dictionaries.sources());
        topicLists = topicLists(filter.topic(), dictionaries.topicLists());
    }

    boolean matches(int row, Standing standing) {
        return has(institutions, rows.institution[row])
                && has(legalBases, rows.legalBasis[row])
                && has(topicLists, rows.topicList[row])
                && has(sources, rows.source[row])
                && has(kinds, rows.kind[row])
                && has(channels, rows.channel[row])
                && has(filter.delivered(), standing.deliveredOn())
                && has(filter.due(), standing.dueOn());
    }

    private static boolean has(@Nullable BitSet wanted, int number) {
        return wanted == null || (number != Dictionary.NONE && wanted.get(number));
    }

    private static boolean has(@Nullable DateRange wanted, int day) {
        return wanted == null || wanted.contains(day);
    }

    private static <T> @Nullable BitSet numbers(@Nullable List<T> wanted, Dictionary<T> dictionary) {
        if (wanted == null || wanted.isEmpty()) {
            return null;
        }
        BitSet numbers = new BitSet();
        wanted.stream()
                .mapToInt(dictionary::find)
                .filter(number -> number != Dictionary.NONE)
                .forEach(numbers::set);
        return numbers;
    }

    private static @Nullable BitSet topicLists(@Nullable List<String> wanted, Dictionary<List<String>> dictionary) {
        if (wanted == null || wanted.isEmpty()) {
            return null;
        }
        Set<String> topics = new HashSet<>(wanted);
        BitSet numbers = new BitSet();
        for (int number = 0; number < dictionary.size(); number++) {
            if (dictionary.value(number).stream().anyMatch(topics::contains)) {
                numbers.set(number);
            }
        }
        return numbers;
    }
}
