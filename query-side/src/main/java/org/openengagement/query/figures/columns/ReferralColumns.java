package org.openengagement.query.figures.columns;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.openengagement.query.figures.Dimension;
import org.openengagement.query.figures.DimensionValue;
import org.openengagement.query.figures.ReferralFilter;
import org.openengagement.query.figures.Referrals;
import org.openengagement.query.standing.CaseFacts;
import org.openengagement.query.standing.Cutoff;
import org.openengagement.query.standing.ReferralFacts;
import org.openengagement.query.standing.Standing;

/**
 * Every referral for ANSWER as a row of primitive columns, so that any figure is one pass over plain arrays.
 *
 * <p>A case is replaced as a whole: its new rows are written behind all others, its old ones are marked as replaced, and then
 * the new snapshot is published. A reader takes one snapshot and sees each case exactly once, as it was in that snapshot,
 * whatever is replaced meanwhile; only writers wait for each other. When most rows have been replaced, the next snapshot begins with
 * fresh arrays.
 *
 * <p>The rows may be ahead of the position that a reader asks for: each fact carries its own position.
 */
public final class ReferralColumns implements Referrals {
    private static final int FEWEST_REPLACED_ROWS_TO_DROP = 4096;

    private final Map<Integer, Span> rowsOfCase = new HashMap<>();
    private int currentRows;
    private volatile Snapshot newest = Snapshot.empty();

    /** Puts the rows of a case in the place of those it had. Doing so again with the same facts changes no figure. */
    public synchronized void replace(CaseFacts facts) {
        Snapshot before = withoutReplacedRows(newest);
        List<ReferralFacts> referrals = facts.obligations();
        int added = referrals.size();
        int learnt =
                referrals.stream().mapToInt(referral -> referral.facts().size()).sum();
        ReferralRows rows = before.rows().withRoomFor(before.rowCount() + added, before.factCount() + learnt);
        int row = before.rowCount();
        int fact = before.factCount();
        for (ReferralFacts referral : referrals) {
            rows.write(row, fact, before.dictionaries(), facts, referral);
            fact = rows.factsTo[row];
            row++;
        }
        int number = before.number() + 1;
        Span now = new Span(before.rowCount(), row);
        Span old = rowsOfCase.put(before.dictionaries().references().add(facts.reference()), now);
        if (old != null) {
            Arrays.fill(rows.replacedBy, old.from, old.to, number);
            currentRows -= old.to - old.from;
        }
        currentRows += added;
        newest = new Snapshot(number, row, fact, rows, before.dictionaries());
    }

    @Override
    public <G> Map<List<DimensionValue>, G> inGroups(
            ReferralFilter filter,
            List<Dimension> groupBy,
            Cutoff asOf,
            Supplier<G> newGroup,
            BiConsumer<G, Standing> count) {
        Snapshot snapshot = newest;
        RowFilter selected = new RowFilter(filter, snapshot);
        Grouping<G> grouping = new Grouping<>(groupBy, snapshot, newGroup, count);
        snapshot.scan(asOf, (row, standing) -> {
            if (selected.matches(row, standing)) {
                grouping.count(row, standing);
            }
        });
        return grouping.groups();
    }

    /** How many referrals for ANSWER are held. */
    public synchronized int size() {
        return currentRows;
    }

    private Snapshot withoutReplacedRows(Snapshot full) {
        int replaced = full.rowCount() - currentRows;
        if (replaced < FEWEST_REPLACED_ROWS_TO_DROP || replaced < currentRows) {
            return full;
        }
        ReferralRows rows = new ReferralRows(currentRows * 2, full.factCount());
        rowsOfCase.clear();
        int row = 0;
        int fact = 0;
        for (int old = 0; old < full.rowCount(); old++) {
            if (full.isCurrent(old)) {
                rows.copy(row, fact, full.rows(), old);
                fact = rows.factsTo[row];
                int at = row;
                rowsOfCase.merge(
                        rows.reference[row], new Span(at, at + 1), (first, next) -> new Span(first.from, next.to));
                row++;
            }
        }
        return new Snapshot(full.number(), row, fact, rows, full.dictionaries());
    }

    /** The rows of one case: from, inclusive, to, exclusive. */
    private record Span(int from, int to) {}
}
