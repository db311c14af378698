package org.openengagement.command.importing.running;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.openengagement.command.dispatch.Refusal;
import org.openengagement.command.importing.identifying.CaseMemory;
import org.openengagement.command.importing.identifying.IdentifiedLine;
import org.openengagement.command.importing.lines.LineRefusedException;
import org.openengagement.command.importing.snapshots.Row;
import org.openengagement.command.importing.snapshots.RowRehearsal;
import org.openengagement.command.importing.translating.NamedInstitutions;
import org.openengagement.ledger.store.LedgerStore;

/**
 * Sends rows where they are imported: rows that register something at once, all others into lanes. A row that no ledger could
 * take is refused here. For one thread.
 */
final class RowDispatcher {

    private final LedgerStore store;
    private final RowRehearsal rehearsal;
    private final RowImporter rowImporter;
    private final Lanes lanes;
    private final NamedInstitutions institutions;
    private final CaseMemory registerMemory;
    private final ImportOptions options;
    private final Tally tally;
    private final Set<String> mentioned = new HashSet<>();

    RowDispatcher(
            LedgerStore store,
            RowRehearsal rehearsal,
            RowImporter rowImporter,
            Lanes lanes,
            NamedInstitutions institutions,
            CaseMemory registerMemory,
            ImportOptions options,
            Tally tally) {
        this.store = store;
        this.rehearsal = rehearsal;
        this.rowImporter = rowImporter;
        this.lanes = lanes;
        this.institutions = institutions;
        this.registerMemory = registerMemory;
        this.options = options;
        this.tally = tally;
    }

    void dispatch(List<Row> rows) {
        Set<String> taken = store.taken(rows.stream()
                        .flatMap(row -> row.lines().stream())
                        .map(IdentifiedLine::claim)
                        .toList())
                .keySet();
        for (Row row : rows) {
            if (stops()) {
                return;
            }
            try {
                dispatch(row, taken);
            } catch (LineRefusedException | Refusal refused) {
                tally.refused(row.number(), String.valueOf(refused.getMessage()));
            }
        }
    }

    /** Waits until every row that was sent is imported. */
    void waitForAll() {
        lanes.drain();
    }

    /** Whether a refusal has ended the import. */
    boolean stops() {
        return options.strict() && tally.anyRefused();
    }

    private void dispatch(Row row, Set<String> taken) {
        boolean nothingNew = row.lines().stream().allMatch(identified -> isKnown(identified, taken));
        if (!nothingNew && row.isWhole()) {
            rehearsal.of(row);
        }
        boolean registers = row.ofRegister().anyMatch(identified -> !isKnown(identified, taken));
        row.ofRegister().filter(identified -> isKnown(identified, taken)).forEach(this::countOnce);
        if (nothingNew) {
            tally.repeated(row.ofCase().count());
        } else if (registers) {
            // Earlier rows of the file must not see what it registers, and later rows must.
            lanes.drain();
            rowImporter.carryOut(row, registerMemory);
            row.ofRegister().filter(this::saysNothingNew).forEach(identified -> mentioned.add(slug(identified)));
        } else {
            lanes.take(row);
            if (options.strict()) {
                // The first refused line is known only when all lines before it are decided.
                lanes.drain();
            }
        }
    }

    private boolean isKnown(IdentifiedLine identified, Set<String> taken) {
        return taken.contains(identified.claim()) || (!identified.ofCase() && saysNothingNew(identified));
    }

    private boolean saysNothingNew(IdentifiedLine identified) {
        return identified.line().unlessThere() && institutions.isRegistered(slug(identified));
    }

    /** Rows repeat their institutions: each institution counts once. */
    private void countOnce(IdentifiedLine identified) {
        if (!identified.line().unlessThere() || mentioned.add(slug(identified))) {
            tally.repeated();
        }
    }

    private static String slug(IdentifiedLine identified) {
        return identified.line().data().text("slug");
    }
}
