package org.openengagement.query.figures.columns;

import org.openengagement.query.standing.Cutoff;
import org.openengagement.query.standing.EpochDays;
import org.openengagement.query.standing.Standing;
import org.openengagement.query.standing.StandingReader;

/**
 * The columns as they were after one replacement. Holds still while later snapshots are written into the same arrays.
 *
 * @param number counts the replacements
 * @param rowCount rows in this snapshot, those replaced by then included
 * @param factCount facts of those rows
 * @param rows the columns, shared with later snapshots
 * @param dictionaries what their numbers stand for
 */
record Snapshot(int number, int rowCount, int factCount, ReferralRows rows, Dictionaries dictionaries) {

    static Snapshot empty() {
        return new Snapshot(0, 0, 0, new ReferralRows(1024, 1024), new Dictionaries());
    }

    boolean isCurrent(int row) {
        return rows.replacedBy[row] > number;
    }

    /** Shows every referral that was delivered by then, as it stood. */
    void scan(Cutoff asOf, RowVisitor visitor) {
        StandingReader reader = new StandingReader(asOf);
        int day = EpochDays.of(asOf.day());
        for (int row = 0; row < rowCount; row++) {
            if (isCurrent(row) && rows.deliveredAt[row] <= asOf.position() && rows.deliveredOn[row] <= day) {
                visitor.visit(row, rows.standing(row, reader));
            }
        }
    }

    /** Looks at one row. */
    @FunctionalInterface
    interface RowVisitor {
        void visit(int row, Standing standing);
    }
}
