package org.openengagement.command.importing.running;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.openengagement.command.dispatch.Caller;
import org.openengagement.command.dispatch.Commands;
import org.openengagement.command.importing.translating.Verbs;
import org.openengagement.command.recordkeeping.importrun.CloseImportRun;
import org.openengagement.command.recordkeeping.importrun.OpenImportRun;
import org.openengagement.command.roles.Today;
import org.openengagement.ledger.disclosure.OpenedLedger;
import org.openengagement.ledger.entry.RecordedEvent;
import org.openengagement.ledger.events.Actor;
import org.openengagement.ledger.events.Streams;
import org.openengagement.ledger.events.recordkeeping.ImportRunClosed;
import org.openengagement.ledger.events.recordkeeping.ImportRunOpened;
import org.openengagement.ledger.store.LedgerUnavailableException;

/**
 * The run of an import: one event before and one after what it records. A killed run stays open, and the next import of the
 * same file goes on with it. If another file of the same source is imported instead, the run was abandoned and is closed. A run
 * is opened only when there is something to record, so that a file that was imported before adds nothing, not even a run.
 */
final class ImportRun {

    private static final int PAGE = 1_000;

    private final Commands commands;
    private final OpenedLedger ledger;
    private final Today today;
    private final Supplier<String> runIds;
    private final ImportFile file;
    private final String source;
    private final List<RecordedEvent> abandoned;
    private final boolean importedBefore;
    private @Nullable UUID opening;
    private @Nullable String run;

    private ImportRun(
            Commands commands,
            OpenedLedger ledger,
            Today today,
            Supplier<String> runIds,
            ImportFile file,
            String source,
            @Nullable RecordedEvent open,
            List<RecordedEvent> abandoned,
            boolean importedBefore) {
        this.commands = commands;
        this.ledger = ledger;
        this.today = today;
        this.runIds = runIds;
        this.file = file;
        this.source = source;
        this.abandoned = abandoned;
        this.importedBefore = importedBefore;
        if (open != null && open.event() instanceof ImportRunOpened opened) {
            this.opening = open.envelope().id();
            this.run = opened.run();
        }
    }

    /**
     * The run of a file: the one that is still open, or one to be opened when it is needed.
     *
     * @param source the name of the source whose history the file holds; public for ever
     * @param going the files whose imports this process has under way, by their hashes: none of their runs is abandoned
     */
    static ImportRun of(
            ImportFile file,
            String source,
            Commands commands,
            OpenedLedger ledger,
            Today today,
            Supplier<String> runIds,
            Set<String> going) {
        Map<String, RecordedEvent> open = new HashMap<>();
        Map<String, RecordedEvent> others = new LinkedHashMap<>();
        boolean before = false;
        for (RecordedEvent each : ledger.readStream(Streams.LEDGER)) {
            if (each.event() instanceof ImportRunOpened opened
                    && opened.format().equals(file.format())) {
                if (opened.sha256().equals(file.sha256())) {
                    open.put(opened.run(), each);
                } else if (opened.name().equals(source) && !going.contains(opened.sha256())) {
                    others.put(opened.run(), each);
                }
            } else if (each.event() instanceof ImportRunClosed closed) {
                others.remove(closed.run());
                before |= open.remove(closed.run()) != null;
            }
        }
        return new ImportRun(
                commands,
                ledger,
                today,
                runIds,
                file,
                source,
                open.values().stream().findAny().orElse(null),
                List.copyOf(others.values()),
                before);
    }

    /** Whether a line should be tried first: the file was imported before, so that no run is opened for a refusal. */
    synchronized boolean isTryingFirst() {
        return importedBefore && opening == null;
    }

    /** The id of the event that opened the run, opened now if need be. */
    synchronized UUID opening() {
        if (opening == null && run != null) {
            // It was to be opened before, and no answer came: the ledger tells whether it was recorded.
            opening = opened(run);
        }
        if (opening == null) {
            closeAbandoned();
            String id = run == null ? runIds.get() : run;
            run = id;
            long position = commands.dispatch(
                            new OpenImportRun(id, source, file.format(), file.sha256()),
                            Caller.of(Actor.IMPORT, today.today()))
                    .recorded()
                    .first();
            opening = ledger.read(position, 1).getFirst().envelope().id();
        }
        return opening;
    }

    private void closeAbandoned() {
        for (RecordedEvent each : abandoned) {
            String id = ((ImportRunOpened) each.event()).run();
            if (!isClosed(id)) {
                commands.dispatch(new CloseImportRun(id, recordedBy(each), 0), Caller.of(Actor.IMPORT, today.today()));
            }
        }
    }

    /** How many events an abandoned run brought in, without those that the ledger adds by itself. */
    private long recordedBy(RecordedEvent opened) {
        long recorded = 0;
        long next = opened.position() + 1;
        for (List<RecordedEvent> page = ledger.read(next, PAGE); !page.isEmpty(); page = ledger.read(next, PAGE)) {
            recorded += page.stream()
                    .filter(each ->
                            opened.envelope().id().equals(each.envelope().causedBy()))
                    .filter(each -> !Verbs.isMadeAnew(each.type()))
                    .count();
            next = page.getLast().position() + 1;
        }
        return recorded;
    }

    private @Nullable UUID opened(String id) {
        for (RecordedEvent each : ledger.readStream(Streams.LEDGER)) {
            if (each.event() instanceof ImportRunOpened opened && opened.run().equals(id)) {
                return each.envelope().id();
            }
        }
        return null;
    }

    /** Closes the run, if it was ever opened. */
    synchronized void close(ImportReport report) {
        if (run == null || opening == null) {
            return;
        }
        for (int made = 1; ; made++) {
            try {
                if (made == 1 || !isClosed(run)) {
                    commands.dispatch(
                            new CloseImportRun(run, report.accepted() + report.repeated(), report.refused()),
                            Caller.of(Actor.IMPORT, today.today()));
                }
                return;
            } catch (LedgerUnavailableException unanswered) {
                if (made == LineImporter.ATTEMPTS) {
                    throw unanswered;
                }
            }
        }
    }

    private boolean isClosed(String id) {
        return ledger.readStream(Streams.LEDGER).stream()
                .anyMatch(each -> each.event() instanceof ImportRunClosed closed
                        && closed.run().equals(id));
    }
}
