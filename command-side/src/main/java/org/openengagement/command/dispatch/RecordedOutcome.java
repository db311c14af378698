package org.openengagement.command.dispatch;

import java.util.ArrayList;
import java.util.List;
import org.openengagement.ledger.disclosure.OpenedLedger;
import org.openengagement.ledger.entry.RecordedEvent;
import org.openengagement.ledger.store.Recorded;

/** What an earlier command recorded, read back from the ledger. */
final class RecordedOutcome {

    private RecordedOutcome() {}

    static Outcome at(Recorded where, OpenedLedger ledger) {
        List<RecordedEvent> events = new ArrayList<>();
        while (events.size() < where.count()) {
            List<RecordedEvent> next = ledger.read(where.first() + events.size(), where.count() - events.size());
            if (next.isEmpty()) {
                throw new IllegalStateException(
                        "The ledger ends before position %d, which it has acknowledged.".formatted(where.last()));
            }
            events.addAll(next);
        }
        return new Outcome(
                events.getFirst().envelope().stream(),
                events.stream().map(RecordedEvent::event).toList());
    }
}
