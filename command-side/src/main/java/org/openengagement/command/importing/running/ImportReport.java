package org.openengagement.command.importing.running;

import java.util.List;

/**
 * How far an import is, or what came of it. What is recorded is counted as events: in the ledger's own format a line is one,
 * in another a line is a row that makes several. What is refused is counted as lines of the file, whatever the format.
 *
 * @param lines how many lines of the file were read
 * @param accepted events that were recorded; what the ledger adds by itself is not counted
 * @param repeated events that the ledger holds already
 * @param skipped events that the ledger makes anew by itself
 * @param refused lines of the file that were refused
 * @param newlyRefused those of the refused that no earlier report of this import named, each with the first reason: all
 *     reports together name each one once, in the order of the file. Few at a time, however many there are
 * @param over whether the import is over
 */
public record ImportReport(
        long lines,
        long accepted,
        long repeated,
        long skipped,
        long refused,
        List<RefusedLine> newlyRefused,
        boolean over) {

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
        newlyRefused = List.copyOf(newlyRefused);
    }

    /** What a program exits with: 1 if any line was refused, else 0. */
    public int exitCode() {
        return refused > 0 ? 1 : 0;
    }
}
