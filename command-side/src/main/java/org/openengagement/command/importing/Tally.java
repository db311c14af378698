package org.openengagement.command.importing;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.atomic.LongAdder;
import org.openengagement.command.importing.ImportReport.RefusedLine;

/** Counts what becomes of the lines; from any number of threads. */
final class Tally {

    private static final Comparator<RefusedLine> BY_LINE = Comparator.comparingLong(RefusedLine::line);

    private final LongAdder accepted = new LongAdder();
    private final LongAdder repeated = new LongAdder();
    private final LongAdder skipped = new LongAdder();
    private final LongAdder refused = new LongAdder();
    private final PriorityQueue<RefusedLine> named = new PriorityQueue<>(BY_LINE.reversed());
    private volatile long lines;

    void accepted() {
        accepted.increment();
    }

    void repeated() {
        repeated.increment();
    }

    void repeated(long lines) {
        repeated.add(lines);
    }

    void skipped() {
        skipped.increment();
    }

    void refused(long line, String why) {
        refused.increment();
        synchronized (named) {
            named.add(new RefusedLine(line, why));
            if (named.size() > ImportReport.MOST_NAMED) {
                named.remove();
            }
        }
    }

    /** How many lines of the file were read. */
    void read(long upToLine) {
        lines = upToLine;
    }

    boolean anyRefused() {
        return refused.sum() > 0;
    }

    ImportReport report(boolean over) {
        synchronized (named) {
            List<RefusedLine> first = named.stream().sorted(BY_LINE).toList();
            return new ImportReport(lines, accepted.sum(), repeated.sum(), skipped.sum(), refused.sum(), first, over);
        }
    }
}
