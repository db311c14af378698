package org.openengagement.command.importing.running;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.openengagement.command.dispatch.Refusal;
import org.openengagement.command.importing.formats.ImportFormat;
import org.openengagement.command.importing.identifying.CaseMemory;
import org.openengagement.command.importing.identifying.IdentifiedLine;
import org.openengagement.command.importing.identifying.Identities;
import org.openengagement.command.importing.lines.LineRefusedException;
import org.openengagement.command.importing.snapshots.HeldCase;
import org.openengagement.command.importing.snapshots.Row;
import org.openengagement.command.importing.snapshots.RowComparison;
import org.openengagement.command.importing.snapshots.RowRehearsal;
import org.openengagement.command.importing.translating.NamedInstitutions;
import org.openengagement.ledger.disclosure.OpenedLedger;
import org.openengagement.ledger.events.Streams;
import org.openengagement.ledger.store.LedgerStore;
import org.openengagement.ledger.store.LedgerUnavailableException;

/**
 * Imports rows. Everything that a row asks for is decided before the first event of it is recorded: the institutions that it
 * names, and every event. From any number of threads; the rows of one case from one thread at a time.
 */
final class RowImporter {

    private final LineImporter lines;
    private final ImportFormat format;
    private final OpenedLedger ledger;
    private final LedgerStore store;
    private final Identities identities;
    private final RowRehearsal rehearsal;
    private final NamedInstitutions institutions;
    private final Tally tally;

    RowImporter(
            LineImporter lines,
            ImportFormat format,
            OpenedLedger ledger,
            LedgerStore store,
            Identities identities,
            RowRehearsal rehearsal,
            NamedInstitutions institutions,
            Tally tally) {
        this.lines = lines;
        this.format = format;
        this.ledger = ledger;
        this.store = store;
        this.identities = identities;
        this.rehearsal = rehearsal;
        this.institutions = institutions;
        this.tally = tally;
    }

    /** Imports a row. A row of a single event is decided and recorded in one step. */
    void carryOut(Row row, CaseMemory memory) {
        if (!row.isWhole()) {
            lines.carryOut(row.lines().getFirst(), memory);
        } else if (!lines.isStopped()) {
            try {
                List<IdentifiedLine> decided = tryUntilAnswered(row, memory);
                decided.forEach(identified -> lines.carryOut(identified, memory));
            } catch (LineRefusedException | Refusal refused) {
                tally.refused(row.number(), String.valueOf(refused.getMessage()));
            }
        }
    }

    private List<IdentifiedLine> tryUntilAnswered(Row row, CaseMemory memory) {
        for (int made = 1; ; made++) {
            try {
                return decided(row, memory);
            } catch (LedgerUnavailableException unanswered) {
                if (made == LineImporter.ATTEMPTS) {
                    throw unanswered;
                }
            }
        }
    }

    private List<IdentifiedLine> decided(Row row, CaseMemory memory) {
        memory.forget(row.caseId());
        List<IdentifiedLine> todo = new ArrayList<>(row.ofRegister()
                .filter(identified ->
                        !institutions.isRegistered(identified.line().data().text("slug")))
                .toList());
        HeldCase held = new HeldCase(ledger.readStream(Streams.proposal(row.caseId())));
        if (held.isThere()) {
            Set<String> taken = store.taken(
                            row.ofCase().map(IdentifiedLine::claim).toList())
                    .keySet();
            RowComparison comparison = RowComparison.of(row, held, taken, memory, identities, format);
            rehearsal.of(row, held, comparison);
            tally.repeated(comparison.unchanged());
            todo.addAll(comparison.newLines());
        } else {
            todo.addAll(row.ofCase().toList());
        }
        return todo;
    }
}
