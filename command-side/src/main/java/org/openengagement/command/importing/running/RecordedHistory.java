package org.openengagement.command.importing.running;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openengagement.command.cases.CaseState;
import org.openengagement.command.importing.translating.CaseHistory;
import org.openengagement.ledger.disclosure.OpenedLedger;
import org.openengagement.ledger.entry.RecordedEvent;
import org.openengagement.ledger.events.Streams;
import org.openengagement.ledger.events.referral.ReferralIssued;
import org.openengagement.ledger.events.response.ResponseCorrected;
import org.openengagement.ledger.events.response.ResponsePublished;
import org.openengagement.ledger.store.LedgerStore;

/** The past as the ledger holds it. */
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
                switch (each.event()) {
                    case ReferralIssued issued -> {
                        return issued.referral();
                    }
                    case ResponsePublished response -> {
                        return response.response();
                    }
                    case ResponseCorrected response -> {
                        return response.response();
                    }
                    default -> {}
                }
            }
        }
        return null;
    }
}
