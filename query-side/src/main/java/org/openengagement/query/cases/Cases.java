package org.openengagement.query.cases;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import org.openengagement.ledger.disclosure.OpenedLedger;
import org.openengagement.ledger.entry.RecordedEvent;
import org.openengagement.query.api.Moment;

/** Cases as they stand, now or at an earlier point. */
public final class Cases {

    /** How many streams are read at once for one request: enough to hide the store's latency, few enough to share it. */
    private static final int AT_ONCE = 8;

    private final OpenedLedger ledger;
    private final CaseFolds folds;

    public Cases(OpenedLedger ledger, CaseFolds folds) {
        this.ledger = ledger;
        this.folds = folds;
    }

    /**
     * A case as the ledger held it at an earlier point; empty where it had not begun. A decision of which some was recorded by
     * then is taken in whole, so that the stage is always the one that follows from the rest.
     */
    public Optional<CaseView> at(String stream, Moment moment) {
        List<RecordedEvent> events = ledger.readStream(stream);
        return CaseView.fold(events, Decision.endOf(events, moment.position()));
    }

    /** A case as this node knows it now; empty where there is none. */
    public Optional<CaseView> now(String stream, Moment now) {
        return folds.atHand(stream).or(() -> read(stream, now));
    }

    /** Cases as this node knows them now, by stream; those that are not at hand are read side by side. */
    public Map<String, CaseView> now(Collection<String> streams, Moment now) {
        Map<String, CaseView> views = new HashMap<>();
        List<String> wanted = new ArrayList<>();
        for (String stream : streams) {
            folds.atHand(stream).ifPresentOrElse(view -> views.put(stream, view), () -> wanted.add(stream));
        }
        for (CaseView view : readSideBySide(wanted, now)) {
            views.put(view.stream(), view);
        }
        return views;
    }

    private Optional<CaseView> read(String stream, Moment now) {
        long before = folds.changes();
        Optional<CaseView> view = at(stream, now);
        view.ifPresent(found -> folds.remember(found, before));
        return view;
    }

    private List<CaseView> readSideBySide(List<String> streams, Moment now) {
        if (streams.size() < 2) {
            return streams.stream()
                    .flatMap(stream -> read(stream, now).stream())
                    .toList();
        }
        Semaphore turns = new Semaphore(AT_ONCE);
        try (ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Optional<CaseView>>> reading = streams.stream()
                    .map(stream -> readers.submit(() -> {
                        turns.acquire();
                        try {
                            return read(stream, now);
                        } finally {
                            turns.release();
                        }
                    }))
                    .toList();
            List<CaseView> read = new ArrayList<>();
            for (Future<Optional<CaseView>> each : reading) {
                each.get().ifPresent(read::add);
            }
            return read;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while cases were read.", interrupted);
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException cause
                    ? cause
                    : new IllegalStateException("A case could not be read.", failed);
        }
    }
}
