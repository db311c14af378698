package org.openengagement.command.importing.running;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openengagement.command.cases.CaseState;
import org.openengagement.command.importing.identifying.CaseHistory;
import org.openengagement.command.importing.translating.Verbs;
import org.openengagement.ledger.disclosure.OpenedLedger;
import org.openengagement.ledger.entry.RecordedEvent;
import org.openengagement.ledger.events.Streams;
import org.openengagement.ledger.store.LedgerStore;

/** The history of cases as the ledger holds it. */
record RecordedHistory(OpenedLedger ledger, LedgerStore store) implements CaseHistory {

    @Override
    public CaseState state(String caseId) {
        CaseState state = CaseState.NONE;
        for (RecordedEvent each : ledger.readStream(Streams.proposal(caseId))) {
            state = state.evolve(each.event(), each.envelope().effectiveOn());
        }
        return state;
    }

    @Override
    public boolean holds(String claim) {
        return store.taken(List.of(claim)).containsKey(claim);
    }

    @Override
    public @Nullable String numbered(String claim, String caseId) {
        Long position = store.taken(List.of(claim)).get(claim);
        if (position == null) {
            return null;
        }
        String stream = Streams.proposal(caseId);
        for (RecordedEvent each : ledger.read(position, 4)) {
            if (each.envelope().stream().equals(stream)) {
                Optional<String> number = Verbs.number(each.event());
                if (number.isPresent()) {
                    return number.get();
                }
            }
        }
        return null;
    }
}
