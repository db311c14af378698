package org.openengagement.standalone;

import java.util.function.Consumer;
import org.openengagement.command.importing.running.ImportReport;

/** Tells how far an import is: a line for every so many events, and one at the end. */
public final class ImportProgress implements Consumer<ImportReport> {

    private static final long STEP = 5_000;

    private final String what;
    private final Consumer<String> lines;
    private long told;

    /** @param what the beginning of each line */
    public ImportProgress(String what, Consumer<String> lines) {
        this.what = what;
        this.lines = lines;
    }

    @Override
    public void accept(ImportReport report) {
        long done = report.accepted() + report.repeated() + report.skipped() + report.refused();
        if (report.over() && report.accepted() + report.refused() == 0) {
            lines.accept("%s: nothing new; %,d lines seen.".formatted(what, report.lines()));
        } else if (report.over() || done >= told + STEP) {
            told = done;
            lines.accept("%s: %,d lines recorded, %,d known already, %,d refused%s"
                    .formatted(
                            what,
                            report.accepted(),
                            report.repeated(),
                            report.refused(),
                            report.over() ? "." : " ..."));
        }
    }
}
