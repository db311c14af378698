package org.openengagement.command.importing;

import java.io.IOException;
import java.io.InputStream;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.openengagement.command.dispatch.Commands;
import org.openengagement.command.dispatch.Refusal;
import org.openengagement.command.importing.formats.Formats;
import org.openengagement.command.importing.formats.ImportFormat;
import org.openengagement.command.importing.lines.ImportLine;
import org.openengagement.command.importing.lines.LineReader;
import org.openengagement.command.importing.lines.LineRefusedException;
import org.openengagement.command.importing.lines.RawLine;
import org.openengagement.command.keys.LocalSecret;
import org.openengagement.command.roles.Today;
import org.openengagement.ledger.disclosure.OpenedLedger;
import org.openengagement.ledger.events.recordkeeping.LedgerOpened;
import org.openengagement.ledger.store.LedgerStore;

/**
 * Brings history from a file into the ledger, by the same commands and rules as live work, many cases at once. What the
 * ledger holds already is passed over, so that any import can be stopped and given again.
 */
public final class Importer {

    private static final int LANES = 96;
    private static final int CHUNK = 256;

    private final Commands commands;
    private final LedgerStore store;
    private final OpenedLedger ledger;
    private final Today today;
    private final Identities identities;
    private final Supplier<String> runIds;

    /**
     * @param commands where the commands of lines go
     * @param store where claims are looked up
     * @param ledger where the state of cases is read
     * @param today which day it is for the ledger
     * @param identityKey makes the identities of lines, cases and referrals
     * @param runIds makes random ids of runs
     */
    public Importer(
            Commands commands,
            LedgerStore store,
            OpenedLedger ledger,
            Today today,
            LocalSecret identityKey,
            Supplier<String> runIds) {
        this.commands = commands;
        this.store = store;
        this.ledger = ledger;
        this.today = today;
        this.identities = new Identities(identityKey);
        this.runIds = runIds;
    }

    /**
     * Imports a file. The ledger must have been opened.
     *
     * @param progress told now and then how far it is, on the calling thread; what it throws stops the import, which can
     *     be given again and goes on where it was
     * @return what came of it
     * @throws Refusal if the format is not known
     * @throws LineRefusedException if the file beside cannot be taken
     * @throws IOException if the file cannot be read to its end; the run stays open
     */
    public ImportReport run(ImportFile file, ImportOptions options, Consumer<ImportReport> progress)
            throws IOException {
        LedgerOpened opened = (LedgerOpened) ledger.read(0, 1).getFirst().event();
        ImportFormat format = format(file, ZoneId.of(opened.zone()));
        Tally tally = new Tally();
        ImportRun run = ImportRun.of(file, commands, ledger, today, runIds);
        NamedInstitutions institutions =
                new NamedInstitutions(store, opened.languages().getFirst());
        CarriesOutLines carriesOut = new CarriesOutLines(commands, identities, run, options, tally, institutions);
        try (Lanes lanes = new Lanes(LANES, () -> new CaseMemory(ledger, store, identities), carriesOut::ofCase);
                InputStream content = file.content().open();
                LineReader reader = LineReader.of(content)) {
            new OneImport(format, options, progress, tally, carriesOut, lanes, institutions).readAll(reader);
            lanes.drain();
        }
        ImportReport report = tally.report(true);
        run.close(report);
        progress.accept(report);
        return report;
    }

    private static ImportFormat format(ImportFile file, ZoneId zone) throws IOException {
        ImportFile.Content besideContent = file.beside();
        try (InputStream beside = besideContent == null ? null : besideContent.open()) {
            return Formats.named(file.format(), zone, beside)
                    .orElseThrow(() -> Refusal.invalid(
                            "format",
                            "%s is no format that can be imported; known are %s."
                                    .formatted(file.format(), String.join(", ", Formats.NAMES))));
        }
    }

    /** One pass over one file, on one thread. */
    private final class OneImport {

        private final ImportFormat format;
        private final ImportOptions options;
        private final Consumer<ImportReport> progress;
        private final Tally tally;
        private final CarriesOutLines carriesOut;
        private final Lanes lanes;
        private final WorkPlan plan = new WorkPlan(identities);
        private final List<Work> chunk = new ArrayList<>(CHUNK);
        private final NamedInstitutions institutions;
        private final CaseMemory registerMemory = new CaseMemory(ledger, store, identities);

        OneImport(
                ImportFormat format,
                ImportOptions options,
                Consumer<ImportReport> progress,
                Tally tally,
                CarriesOutLines carriesOut,
                Lanes lanes,
                NamedInstitutions institutions) {
            this.format = format;
            this.options = options;
            this.progress = progress;
            this.tally = tally;
            this.carriesOut = carriesOut;
            this.lanes = lanes;
            this.institutions = institutions;
        }

        void readAll(LineReader reader) throws IOException {
            boolean more = true;
            long bytes = 0;
            while (more && !stops()) {
                try {
                    RawLine raw = reader.next();
                    more = raw != null;
                    if (raw != null) {
                        tally.read(raw.number());
                        bytes += raw.length();
                        format.linesOf(raw).forEach(this::plan);
                    }
                } catch (LineRefusedException refused) {
                    tally.refused(refused.line(), String.valueOf(refused.getMessage()));
                }
                if (options.strict() || chunk.size() >= CHUNK || bytes > LineReader.LONGEST) {
                    handOut();
                    bytes = 0;
                }
            }
            if (!stops()) {
                handOut();
            }
        }

        private boolean stops() {
            return options.strict() && tally.anyRefused();
        }

        private void plan(ImportLine line) {
            if (LineTypes.MADE_ANEW.contains(line.type())) {
                tally.skipped();
                return;
            }
            boolean ofRegister = LineTypes.REGISTER.contains(line.type());
            if (!ofRegister && !LineTypes.CASE.contains(line.type())) {
                throw new LineRefusedException(line.number(), LineTypes.whyRefused(line.type()));
            }
            if (ofRegister == (line.caseId() != null)) {
                throw new LineRefusedException(
                        line.number(),
                        ofRegister
                                ? "%s belongs to no case.".formatted(line.type())
                                : "it must say which case it is about.");
            }
            chunk.add(plan.of(line));
        }

        private void handOut() {
            Map<String, Long> taken =
                    store.taken(chunk.stream().map(Work::claim).toList());
            for (Work work : chunk) {
                if (stops()) {
                    break;
                }
                boolean there = taken.containsKey(work.claim());
                if (work.ofCase()) {
                    ofCase(work, there);
                } else {
                    ofRegister(work, there);
                }
            }
            chunk.clear();
            progress.accept(tally.report(false));
        }

        private void ofCase(Work work, boolean there) {
            if (there) {
                tally.repeated();
                return;
            }
            lanes.take(work);
            if (options.strict()) {
                // Which line is the first to be refused is known only when those before it are decided.
                lanes.drain();
            }
        }

        private void ofRegister(Work work, boolean there) {
            if (there
                    || (work.line().unlessThere()
                            && institutions.isRegistered(work.line().data().text("slug")))) {
                tally.repeated();
                return;
            }
            // What stands before it in the file must not see it, and what stands after it must.
            lanes.drain();
            carriesOut.ofRegister(work, registerMemory);
        }
    }
}
