package org.openengagement.command.importing.running;

import java.io.IOException;
import java.io.InputStream;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.openengagement.command.CommandSide;
import org.openengagement.command.dispatch.Commands;
import org.openengagement.command.dispatch.Refusal;
import org.openengagement.command.dispatch.Rehearsal;
import org.openengagement.command.importing.formats.Formats;
import org.openengagement.command.importing.formats.ImportFormat;
import org.openengagement.command.importing.identifying.CaseMemory;
import org.openengagement.command.importing.identifying.IdentifiedLine;
import org.openengagement.command.importing.identifying.Identities;
import org.openengagement.command.importing.identifying.LineIdentifier;
import org.openengagement.command.importing.lines.ImportLine;
import org.openengagement.command.importing.lines.LineReader;
import org.openengagement.command.importing.lines.LineRefusedException;
import org.openengagement.command.importing.lines.RawLine;
import org.openengagement.command.importing.snapshots.Row;
import org.openengagement.command.importing.snapshots.RowRehearsal;
import org.openengagement.command.importing.translating.LineCommands;
import org.openengagement.command.importing.translating.NamedInstitutions;
import org.openengagement.command.importing.translating.Verbs;
import org.openengagement.command.keys.LocalSecret;
import org.openengagement.command.roles.Today;
import org.openengagement.ledger.disclosure.OpenedLedger;
import org.openengagement.ledger.events.Streams;
import org.openengagement.ledger.events.recordkeeping.LedgerOpened;
import org.openengagement.ledger.store.LedgerStore;

/**
 * Imports history from a file into the ledger, by the same commands and rules as live work, many cases at once. What the
 * ledger holds already is passed over, so that any import can be stopped and started again.
 */
public final class Importer {

    private static final int LANES = 96;
    private static final int CHUNK = 256;

    /** The reference of cases in a rehearsal, where nothing reads it. */
    private static final String ANY_REFERENCE = "0000000000";

    private final Commands commands;
    private final LedgerStore store;
    private final OpenedLedger ledger;
    private final Today today;
    private final Identities identities;
    private final Supplier<String> runIds;

    /** The files that are being imported by this process, by their hashes. */
    private final Set<String> going = ConcurrentHashMap.newKeySet();

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
     * @param progress told now and then how far it is, and every line that was refused, on the calling thread; what it throws
     *     stops the import, which goes on where it was when it is started again
     * @return what came of it: the last of the reports
     * @throws Refusal if the format is not known
     * @throws LineRefusedException if the file beside cannot be taken
     * @throws IOException if the file cannot be read to its end; the run stays open
     */
    public ImportReport run(ImportFile file, ImportOptions options, Consumer<ImportReport> progress)
            throws IOException {
        going.add(file.sha256());
        try {
            return carryOut(file, options, progress);
        } finally {
            going.remove(file.sha256());
        }
    }

    private ImportReport carryOut(ImportFile file, ImportOptions options, Consumer<ImportReport> progress)
            throws IOException {
        LedgerOpened opened = (LedgerOpened) ledger.read(0, 1).getFirst().event();
        ZoneId zone = ZoneId.of(opened.zone());
        ImportFormat format = format(file, zone);
        Tally tally = new Tally();
        // The file beside does not tell which source this one is from.
        RowRehearsal rehearsal = rehearsal();
        String source =
                SourceOfFile.name(file, format(file.format(), zone, null), lines -> wouldBeTaken(lines, rehearsal));
        ImportRun run = ImportRun.of(file, source, commands, ledger, today, runIds, going);
        NamedInstitutions institutions =
                new NamedInstitutions(store, opened.languages().getFirst());
        LineCommands lineCommands = new LineCommands(
                new LedgerCommandRunner(commands, run),
                identities,
                options.registerInstitutions() ? institutions : null);
        RowImporter rowImporter = new RowImporter(
                new LineImporter(lineCommands, options, tally),
                format,
                ledger,
                store,
                identities,
                rehearsal,
                institutions,
                tally);
        try (Lanes lanes = new Lanes(LANES, this::memory, rowImporter::carryOut);
                InputStream content = file.content().open();
                LineReader reader = LineReader.of(content)) {
            RowDispatcher dispatcher =
                    new RowDispatcher(store, rehearsal, rowImporter, lanes, institutions, memory(), options, tally);
            new OneImport(format, options, progress, tally, dispatcher).readAll(reader);
            lanes.drain();
        }
        ImportReport report = tally.naming(true);
        run.close(report);
        progress.accept(report);
        return report;
    }

    /** Whether a case would be taken: a new one if its rows or its submission would be, any other if it is there. */
    private boolean wouldBeTaken(List<ImportLine> lines, RowRehearsal rehearsal) {
        LineIdentifier plan = new LineIdentifier(identities);
        Row row = new Row(lines.stream().map(plan::of).toList());
        if (row.beginsItsCase()) {
            rehearsal.of(row);
            return true;
        }
        return store.lastSequence(Streams.proposal(row.caseId())).isPresent();
    }

    private CaseMemory memory() {
        return new CaseMemory(new RecordedHistory(ledger, store), identities);
    }

    private RowRehearsal rehearsal() {
        return new RowRehearsal(
                new Rehearsal(events -> CommandSide.bus(events, today, () -> ANY_REFERENCE)), identities);
    }

    private static ImportFormat format(ImportFile file, ZoneId zone) throws IOException {
        ImportFile.Content besideContent = file.beside();
        try (InputStream beside = besideContent == null ? null : besideContent.open()) {
            return format(file.format(), zone, beside);
        }
    }

    private static ImportFormat format(String name, ZoneId zone, @Nullable InputStream beside) throws IOException {
        return Formats.named(name, zone, beside)
                .orElseThrow(() -> Refusal.invalid(
                        "format",
                        "%s is no format that can be imported; known are %s."
                                .formatted(name, String.join(", ", Formats.NAMES))));
    }

    /** One pass over one file, on one thread. */
    private final class OneImport {

        private final ImportFormat format;
        private final ImportOptions options;
        private final Consumer<ImportReport> progress;
        private final Tally tally;
        private final RowDispatcher dispatcher;
        private final LineIdentifier plan = new LineIdentifier(identities);
        private final List<Row> chunk = new ArrayList<>();
        private int lines;

        OneImport(
                ImportFormat format,
                ImportOptions options,
                Consumer<ImportReport> progress,
                Tally tally,
                RowDispatcher dispatcher) {
            this.format = format;
            this.options = options;
            this.progress = progress;
            this.tally = tally;
            this.dispatcher = dispatcher;
        }

        void readAll(LineReader reader) throws IOException {
            boolean more = true;
            long bytes = 0;
            while (more && !dispatcher.stops()) {
                try {
                    RawLine raw = reader.next();
                    more = raw != null;
                    if (raw != null) {
                        tally.read(raw.number());
                        bytes += raw.length();
                        take(format.linesOf(raw));
                    }
                } catch (LineRefusedException refused) {
                    tally.refused(refused.line(), String.valueOf(refused.getMessage()));
                }
                if (options.strict() || lines >= CHUNK || bytes > LineReader.LONGEST || tally.manyWait()) {
                    dispatch();
                    bytes = 0;
                }
            }
            if (!dispatcher.stops()) {
                dispatch();
            }
        }

        private void take(List<ImportLine> said) {
            List<IdentifiedLine> row = new ArrayList<>(said.size());
            for (ImportLine line : said) {
                if (Verbs.isMadeAnew(line.type())) {
                    tally.skipped();
                } else {
                    Verbs.requireTaken(line);
                    row.add(said.size() > 1 ? plan.ofRow(line) : plan.of(line));
                }
            }
            if (!row.isEmpty()) {
                chunk.add(new Row(row));
                lines += row.size();
            }
        }

        private void dispatch() {
            dispatcher.dispatch(chunk);
            chunk.clear();
            lines = 0;
            if (tally.manyWait()) {
                dispatcher.waitForAll();
                progress.accept(tally.naming(false));
            } else {
                progress.accept(tally.report());
            }
        }
    }
}
