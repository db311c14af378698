package org.openengagement.query.figures;

import org.openengagement.query.standing.EpochDays;
import org.openengagement.query.standing.Standing;
import org.openengagement.query.standing.StandingReader;
import org.openengagement.query.standing.Viewpoint;

/**
 * The columns as they were after one replacement. Holds still while later editions are written into the same arrays.
 *
 * @param number counts the replacements
 * @param rowCount rows in this edition, those ended with an earlier one included
 * @param factCount facts of those rows
 * @param rows the columns, shared with later editions
 * @param dictionaries what their numbers stand for
 */
record Edition(int number, int rowCount, int factCount, ReferralRows rows, Dictionaries dictionaries) {

    static Edition empty() {
        return new Edition(0, 0, 0, new ReferralRows(1024, 1024), new Dictionaries());
    }

    boolean stands(int row) {
        return rows.endedWith[row] > number;
    }

    /** Shows every referral that was delivered by then, as it stood. */
    void scan(Viewpoint asOf, RowVisitor visitor) {
        StandingReader reader = new StandingReader(asOf);
        int day = EpochDays.of(asOf.day());
        for (int row = 0; row < rowCount; row++) {
            if (stands(row) && rows.deliveredAt[row] <= asOf.position() && rows.deliveredOn[row] <= day) {
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
