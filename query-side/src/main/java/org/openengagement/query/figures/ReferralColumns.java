package org.openengagement.query.figures;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.openengagement.query.standing.CaseFacts;
import org.openengagement.query.standing.ReferralFacts;
import org.openengagement.query.standing.Viewpoint;

/**
 * Every referral for ANSWER as a row of primitive columns, so that any figure is one pass over plain arrays.
 *
 * <p>A case is replaced as a whole: its new rows are written behind all others, its old ones are marked as ended, and then
 * the new edition is published. A reader takes one edition and sees each case exactly once, as it was in that edition,
 * whatever is replaced meanwhile; only writers wait for each other. When most rows have ended, the next edition begins with
 * fresh arrays.
 *
 * <p>The rows may be ahead of the position that a reader asks for: each fact carries its own position.
 */
public final class ReferralColumns {
    private static final int FEWEST_ENDED_ROWS_TO_DROP = 4096;

    private final Map<Integer, Span> rowsOfCase = new HashMap<>();
    private int standingRows;
    private volatile Edition newest = Edition.empty();

    /** Puts the rows of a case in the place of those it had. Doing so again with the same facts changes no figure. */
    public synchronized void replace(CaseFacts facts) {
        Edition before = withoutEndedRows(newest);
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
        int edition = before.number() + 1;
        Span now = new Span(before.rowCount(), row);
        Span old = rowsOfCase.put(before.dictionaries().references().add(facts.reference()), now);
        if (old != null) {
            Arrays.fill(rows.endedWith, old.from, old.to, edition);
            standingRows -= old.to - old.from;
        }
        standingRows += added;
        newest = new Edition(edition, row, fact, rows, before.dictionaries());
    }

    /**
     * The figures of {@link ResponseTimes}.
     *
     * @param filter which referrals
     * @param groupBy one group for each combination of values that occurs; empty: one group of all
     * @param asOf from where to look; these columns must have been fed up to that position
     */
    public ResponseTimes responseTimes(ReferralFilter filter, List<Dimension> groupBy, Viewpoint asOf) {
        return ResponseTimesCalculation.calculate(newest, filter, groupBy, asOf);
    }

    /** How many referrals for ANSWER are held. */
    public synchronized int size() {
        return standingRows;
    }

    private Edition withoutEndedRows(Edition full) {
        int ended = full.rowCount() - standingRows;
        if (ended < FEWEST_ENDED_ROWS_TO_DROP || ended < standingRows) {
            return full;
        }
        ReferralRows rows = new ReferralRows(standingRows * 2, full.factCount());
        rowsOfCase.clear();
        int row = 0;
        int fact = 0;
        for (int old = 0; old < full.rowCount(); old++) {
            if (full.stands(old)) {
                rows.copy(row, fact, full.rows(), old);
                fact = rows.factsTo[row];
                int at = row;
                rowsOfCase.merge(
                        rows.reference[row], new Span(at, at + 1), (first, next) -> new Span(first.from, next.to));
                row++;
            }
        }
        return new Edition(full.number(), row, fact, rows, full.dictionaries());
    }

    /** The rows of one case: from, inclusive, to, exclusive. */
    private record Span(int from, int to) {}
}
