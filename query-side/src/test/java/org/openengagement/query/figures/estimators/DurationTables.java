package org.openengagement.query.figures.estimators;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Durations from lists as the literature prints them. */
final class DurationTables {
    private DurationTables() {}

    /** Days in order of writing; a {@code +} behind a number says that it was only watched until then. */
    static Durations printed(String table) {
        String[] entries = table.split(" ");
        int[] days = Arrays.stream(entries)
                .mapToInt(e -> Integer.parseInt(e.replace("+", "")))
                .toArray();
        int[] causes =
                Arrays.stream(entries).mapToInt(e -> e.endsWith("+") ? 0 : 1).toArray();
        return of(days, causes, 1);
    }

    /** One subject an index; cause 0 is censored. */
    static Durations of(int[] days, int[] causes, int numberOfCauses) {
        Map<Integer, int[]> counts = new TreeMap<>();
        for (int i = 0; i < days.length; i++) {
            counts.computeIfAbsent(days[i], day -> new int[numberOfCauses + 1])[causes[i]]++;
        }
        List<Durations.Row> rows = new ArrayList<>();
        counts.forEach((day, count) -> rows.add(
                new Durations.Row(day, Arrays.stream(count).skip(1).boxed().toList(), count[0])));
        return new Durations(rows, numberOfCauses);
    }
}
