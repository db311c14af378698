package org.openengagement.command.importing.running;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import org.openengagement.command.importing.running.ImportReport.RefusedLine;

/** Counts what becomes of the lines, and keeps the refused until they are named; from any number of threads. */
final class Tally {

    private static final int MANY = 1_000;
    private static final Comparator<RefusedLine> BY_LINE = Comparator.comparingLong(RefusedLine::line);

    private final LongAdder accepted = new LongAdder();
    private final LongAdder repeated = new LongAdder();
    private final LongAdder skipped = new LongAdder();
    private final LongAdder refused = new LongAdder();
    private final List<RefusedLine> unnamed = new ArrayList<>();
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
        synchronized (unnamed) {
            unnamed.add(new RefusedLine(line, why));
        }
    }

    /** How many lines of the file were read. */
    void read(long upToLine) {
        lines = upToLine;
    }

    boolean anyRefused() {
        return refused.sum() > 0;
    }

    /** Whether so many refused lines wait to be named that no more should be kept. */
    boolean manyWait() {
        synchronized (unnamed) {
            return unnamed.size() >= MANY;
        }
    }

    /** How far it is. */
    ImportReport report() {
        return report(List.of(), false);
    }

    /** How far it is, with the refused lines that were not named yet. None that stands before them may be in hand. */
    ImportReport naming(boolean over) {
        synchronized (unnamed) {
            List<RefusedLine> inOrder = unnamed.stream().sorted(BY_LINE).toList();
            unnamed.clear();
            return report(inOrder, over);
        }
    }

    private ImportReport report(List<RefusedLine> named, boolean over) {
        return new ImportReport(lines, accepted.sum(), repeated.sum(), skipped.sum(), refused.sum(), named, over);
    }
}
