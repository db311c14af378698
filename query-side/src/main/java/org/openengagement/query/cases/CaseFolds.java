package org.openengagement.query.cases;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.openengagement.ledger.disclosure.OpenedLedger;
import org.openengagement.ledger.entry.RecordedEvent;

/**
 * The folds of the cases that changed last, so that an event costs one step and not its whole stream. A case that is not
 * here, or not where its next event expects it, is folded from the ledger.
 */
public final class CaseFolds {

    private final OpenedLedger ledger;
    private final Map<String, CaseView> recent;

    /**
     * @param atMost how many cases are kept at hand
     */
    public CaseFolds(OpenedLedger ledger, int atMost) {
        this.ledger = ledger;
        this.recent = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, CaseView> eldest) {
                return size() > atMost;
            }
        };
    }

    /** The case just after an event of its stream; empty where the stream tells of no case. */
    public Optional<CaseView> after(RecordedEvent event) {
        String stream = event.envelope().stream();
        Optional<CaseView> view = atHand(stream)
                .filter(known -> known.lastSequence() == event.envelope().sequence() - 1)
                .map(known -> known.evolve(event))
                .or(() -> event.envelope().sequence() == 0
                        ? CaseView.begin(event)
                        : CaseView.fold(ledger.readStream(stream), event.position()));
        synchronized (recent) {
            view.ifPresent(known -> recent.put(stream, known));
        }
        return view;
    }

    /** A case as last folded, where it is at hand. */
    Optional<CaseView> atHand(String stream) {
        synchronized (recent) {
            return Optional.ofNullable(recent.get(stream));
        }
    }

    /** Forgets everything. */
    public void clear() {
        synchronized (recent) {
            recent.clear();
        }
    }
}
