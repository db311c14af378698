package org.openengagement.command.importing;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.openengagement.command.dispatch.Refusal;
import org.openengagement.command.importing.lines.LineRefusedException;
import org.openengagement.ledger.events.Streams;
import org.openengagement.ledger.store.LedgerStore;

/**
 * Hands out what rows say to those who carry it out: the register's lines at once, those of cases in lanes. A row that cannot
 * be carried out whole is not handed out at all. For one thread.
 */
final class HandsOutRows {

    private final LedgerStore store;
    private final RowRehearsal rehearsal;
    private final CarriesOutLines carriesOut;
    private final Lanes lanes;
    private final NamedInstitutions institutions;
    private final CaseMemory registerMemory;
    private final ImportOptions options;
    private final Tally tally;
    private final Set<String> mentioned = new HashSet<>();

    HandsOutRows(
            LedgerStore store,
            RowRehearsal rehearsal,
            CarriesOutLines carriesOut,
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
                upholdItCanBeCarriedOut(row, taken);
                row.lines().forEach(work -> handOut(work, taken.contains(work.claim())));
            } catch (LineRefusedException | Refusal refused) {
                tally.refused(row.number(), String.valueOf(refused.getMessage()));
            }
        }
    }

    /** Whether a refusal has ended the import. */
    boolean stops() {
        return options.strict() && tally.anyRefused();
    }

    private void upholdItCanBeCarriedOut(Row row, Set<String> taken) {
        if (row.isWhole() && row.lines().stream().anyMatch(work -> work.ofCase() && !taken.contains(work.claim()))) {
            rehearsal.of(row);
            row.submission()
                    .filter(submission -> !taken.contains(submission.claim()))
                    .ifPresent(submission -> upholdItsCaseIsNew(row, submission, taken));
        }
    }

    /**
     * Its lane finds out as well whether a case is in the ledger, submitted otherwise. Here that is asked where it would be
     * too late there: when the row would first register an institution, or has lines that the ledger holds.
     */
    private void upholdItsCaseIsNew(Row row, Work submission, Set<String> taken) {
        boolean registers = row.lines().stream().anyMatch(work -> !work.ofCase() && !isKnown(work, taken));
        if (registers) {
            lanes.drain();
        }
        if ((registers || row.lines().stream().anyMatch(work -> work.ofCase() && taken.contains(work.claim())))
                && store.lastSequence(Streams.proposal(submission.caseId())).isPresent()) {
            throw LineActs.submittedOtherwise(submission.line());
        }
    }

    private boolean isKnown(Work work, Set<String> taken) {
        return taken.contains(work.claim()) || saysNothingNew(work);
    }

    private boolean saysNothingNew(Work work) {
        return work.line().unlessThere()
                && institutions.isRegistered(work.line().data().text("slug"));
    }

    private void handOut(Work work, boolean there) {
        if (stops()) {
            return;
        }
        if (work.ofCase()) {
            ofCase(work, there);
        } else {
            ofRegister(work, there);
        }
    }

    private void ofCase(Work work, boolean there) {
        if (there) {
            tally.repeated();
            return;
        }
        if (registerMemory.isOfARefusedRow(work)) {
            return;
        }
        lanes.take(work);
        if (options.strict()) {
            // Which line is the first to be refused is known only when those before it are decided.
            lanes.drain();
        }
    }

    /** Every row names its institutions; what counts is the first one that was not refused. */
    private void ofRegister(Work work, boolean there) {
        String slug = work.line().unlessThere() ? work.line().data().text("slug") : null;
        if (slug != null && mentioned.contains(slug)) {
            return;
        }
        if (there || saysNothingNew(work)) {
            tally.repeated();
        } else {
            // What stands before it in the file must not see it, and what stands after it must.
            lanes.drain();
            carriesOut.carryOut(work, registerMemory);
        }
        if (slug != null && !registerMemory.isOfARefusedRow(work)) {
            mentioned.add(slug);
        }
    }
}
