package org.openengagement.query.figures.estimators;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How long a number of subjects lasted, gathered by whole days.
 *
 * @param rows in ascending order of days, each day once
 * @param causes how many different ends there are
 */
public record Durations(List<Row> rows, int causes) {

    /**
     * Those that lasted the same number of days.
     *
     * @param days 0 or more
     * @param ends how many ended then, by cause
     * @param censored how many were only watched until then
     */
    public record Row(int days, List<Integer> ends, int censored) {
        int allEnds() {
            return ends.stream().mapToInt(Integer::intValue).sum();
        }
    }

    public Durations {
        rows = rows.stream().sorted(Comparator.comparingInt(Row::days)).toList();
    }

    /** How many subjects there are. */
    public int subjects() {
        return rows.stream().mapToInt(row -> row.allEnds() + row.censored()).sum();
    }

    /** The same durations with one cause alone; ends of any other are censored on their day. */
    public Durations onlyCause(int cause) {
        List<Row> only = new ArrayList<>();
        for (Row row : rows) {
            int ended = row.ends().get(cause);
            only.add(new Row(row.days(), List.of(ended), row.allEnds() - ended + row.censored()));
        }
        return new Durations(only, 1);
    }
}
