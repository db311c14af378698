package org.openengagement.command.importing.snapshots;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openengagement.command.cases.CaseState;
import org.openengagement.command.importing.identifying.CaseHistory;
import org.openengagement.ledger.entry.RecordedEvent;
import org.openengagement.ledger.events.LedgerEvent;

/**
 * A case as the ledger held it when it was read.
 *
 * @param events its stream, in order; empty where there is no such case
 */
public record HeldCase(List<RecordedEvent> events) implements CaseHistory {

    public HeldCase {
        events = List.copyOf(events);
    }

    public boolean isThere() {
        return !events.isEmpty();
    }

    /** What happened in it. */
    Stream<LedgerEvent> happenings() {
        return events.stream().map(RecordedEvent::event);
    }

    CaseState state() {
        CaseState state = CaseState.NONE;
        for (RecordedEvent each : events) {
            LocalDate day = each.envelope().effectiveOn();
            state = state.evolve(each.event(), day);
        }
        return state;
    }

    @Override
    public CaseState state(String caseId) {
        return state();
    }

    @Override
    public boolean holds(String claim) {
        return false;
    }

    @Override
    public @Nullable String numbered(String claim, String caseId) {
        return null;
    }
}
