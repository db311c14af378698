package org.openengagement.query.cases;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.openengagement.ledger.disclosure.OpenedLedger;
import org.openengagement.ledger.entry.RecordedEvent;

/**
 * The folds of the cases that changed last, so that an event costs one step and not its whole stream; and those of cases that
 * somebody asked for. A case that is not here, or not where its next event expects it, is folded from the ledger.
 */
public final class CaseFolds {

    private final OpenedLedger ledger;
    private final Map<String, CaseView> recent;
    private final Map<String, CaseView> takenIn = new HashMap<>();
    private final Map<String, CaseView> asked;
    private long changes;

    /**
     * @param atMost how many cases are kept at hand, and as many again of those that somebody asked for
     */
    public CaseFolds(OpenedLedger ledger, int atMost) {
        this.ledger = ledger;
        this.recent = lastUsed(atMost);
        this.asked = lastUsed(atMost);
    }

    private static Map<String, CaseView> lastUsed(int atMost) {
        return new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, CaseView> eldest) {
                return size() > atMost;
            }
        };
    }

    /**
     * The case just after an event of its stream; empty where the stream tells of no case. Nobody else sees it before
     * {@link #show}.
     */
    public Optional<CaseView> after(RecordedEvent event) {
        String stream = event.envelope().stream();
        Optional<CaseView> view = latest(stream)
                .filter(known -> known.lastSequence() == event.envelope().sequence() - 1)
                .map(known -> known.evolve(event))
                .or(() -> event.envelope().sequence() == 0
                        ? CaseView.begin(event)
                        : CaseView.fold(ledger.readStream(stream), event.position()));
        synchronized (recent) {
            changes++;
            view.ifPresent(known -> takenIn.put(stream, known));
        }
        return view;
    }

    private Optional<CaseView> latest(String stream) {
        synchronized (recent) {
            CaseView latest = takenIn.get(stream);
            return latest == null ? atHand(stream) : Optional.of(latest);
        }
    }

    /** Lets everybody see the cases as they were last taken in. */
    public void show() {
        synchronized (recent) {
            changes++;
            asked.keySet().removeAll(takenIn.keySet());
            // An event that comes again, for an index that is made anew, takes no newer fold away.
            takenIn.forEach((stream, taken) ->
                    recent.merge(stream, taken, (held, now) -> held.lastSequence() > now.lastSequence() ? held : now));
            takenIn.clear();
        }
    }

    /** Forgets what was taken in and not shown: it comes again. */
    public void forgetTakenIn() {
        synchronized (recent) {
            takenIn.clear();
        }
    }

    /** A case as last shown, where it is at hand. */
    Optional<CaseView> atHand(String stream) {
        synchronized (recent) {
            CaseView changed = recent.get(stream);
            return Optional.ofNullable(changed == null ? asked.get(stream) : changed);
        }
    }

    /** Counts the events that were taken in, and how often they were shown: see {@link #remember}. */
    long changes() {
        synchronized (recent) {
            return changes;
        }
    }

    /**
     * Keeps at hand a case that somebody asked for, so that it can be told again while the ledger is away.
     *
     * @param since {@link #changes} just before it was read: if an event came in between, it may be an old one, and is left
     */
    void remember(CaseView view, long since) {
        synchronized (recent) {
            if (changes == since && !recent.containsKey(view.stream())) {
                asked.put(view.stream(), view);
            }
        }
    }

    /** Forgets everything. */
    public void clear() {
        synchronized (recent) {
            recent.clear();
            takenIn.clear();
            asked.clear();
        }
    }
}
