package org.openengagement.command.importing;

import java.util.List;

/**
 * How far an import is, or what came of it. Lines are counted as events: a record of a foreign format makes several.
 *
 * @param lines how many lines of the file were read
 * @param accepted lines whose events were recorded
 * @param repeated lines whose events the ledger holds already
 * @param skipped lines that the ledger makes anew by itself
 * @param refused lines that were refused, and records that could not be read
 * @param firstRefused the first of the refused, at most {@value #MOST_NAMED}
 * @param over whether the import is over
 */
public record ImportReport(
        long lines,
        long accepted,
        long repeated,
        long skipped,
        long refused,
        List<RefusedLine> firstRefused,
        boolean over) {

    /** How many refused lines are named; all are counted. */
    public static final int MOST_NAMED = 1_000;

    /**
     * A line that was refused.
     *
     * @param line its number in the file, from 1
     * @param why what is wrong, a sentence for a person
     */
    public record RefusedLine(long line, String why) {

        @Override
        public String toString() {
            return "line %d: %s".formatted(line, why);
        }
    }

    public ImportReport {
        firstRefused = List.copyOf(firstRefused);
    }

    /** What a program exits with: 1 if any line was refused, else 0. */
    public int exitCode() {
        return refused > 0 ? 1 : 0;
    }
}
