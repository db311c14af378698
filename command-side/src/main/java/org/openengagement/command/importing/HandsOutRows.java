package org.openengagement.command.importing;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.openengagement.command.dispatch.Refusal;
import org.openengagement.command.importing.lines.LineRefusedException;
import org.openengagement.ledger.store.LedgerStore;

/**
 * Hands out rows to those who carry them out: what says something of the register at once, the rest in lanes. A row that could
 * be carried out in no ledger is not handed out at all. For one thread.
 */
final class HandsOutRows {

    private final LedgerStore store;
    private final RowRehearsal rehearsal;
    private final CarriesOutRows carriesOut;
    private final Lanes lanes;
    private final NamedInstitutions institutions;
    private final CaseMemory registerMemory;
    private final ImportOptions options;
    private final Tally tally;
    private final Set<String> mentioned = new HashSet<>();

    HandsOutRows(
            LedgerStore store,
            RowRehearsal rehearsal,
            CarriesOutRows carriesOut,
            Lanes lanes,
            NamedInstitutions institutions,
            CaseMemory registerMemory,
            ImportOptions options,
            Tally tally) {
        this.store = store;
        this.rehearsal = rehearsal;
        this.carriesOut = carriesOut;
        this.lanes = lanes;
        this.institutions = institutions;
        this.registerMemory = registerMemory;
        this.options = options;
        this.tally = tally;
    }

    void handOut(List<Row> rows) {
        Set<String> taken = store.taken(rows.stream()
                        .flatMap(row -> row.lines().stream())
                        .map(Work::claim)
                        .toList())
                .keySet();
        for (Row row : rows) {
            if (stops()) {
                return;
            }
            try {
                handOut(row, taken);
            } catch (LineRefusedException | Refusal refused) {
                tally.refused(row.number(), String.valueOf(refused.getMessage()));
            }
        }
    }

    /** Waits until all that was handed out is carried out. */
    void waitForAll() {
        lanes.drain();
    }

    /** Whether a refusal has ended the import. */
    boolean stops() {
        return options.strict() && tally.anyRefused();
    }

    private void handOut(Row row, Set<String> taken) {
        boolean nothingNew = row.lines().stream().allMatch(work -> isKnown(work, taken));
        if (!nothingNew && row.isWhole()) {
            rehearsal.of(row);
        }
        boolean registers = row.ofRegister().anyMatch(work -> !isKnown(work, taken));
        row.ofRegister().filter(work -> isKnown(work, taken)).forEach(this::countOnce);
        if (nothingNew) {
            tally.repeated(row.ofCase().count());
        } else if (registers) {
            // What stands before it in the file must not see what it registers, and what stands after it must.
            lanes.drain();
            carriesOut.carryOut(row, registerMemory);
            row.ofRegister().filter(this::saysNothingNew).forEach(work -> mentioned.add(slug(work)));
        } else {
            lanes.take(row);
            if (options.strict()) {
                // Which line is the first to be refused is known only when those before it are decided.
                lanes.drain();
            }
        }
    }

    private boolean isKnown(Work work, Set<String> taken) {
        return taken.contains(work.claim()) || (!work.ofCase() && saysNothingNew(work));
    }

    private boolean saysNothingNew(Work work) {
        return work.line().unlessThere() && institutions.isRegistered(slug(work));
    }

    /** Every row names its institutions; it counts once for each that there is. */
    private void countOnce(Work work) {
        if (!work.line().unlessThere() || mentioned.add(slug(work))) {
            tally.repeated();
        }
    }

    private static String slug(Work work) {
        return work.line().data().text("slug");
    }
}
