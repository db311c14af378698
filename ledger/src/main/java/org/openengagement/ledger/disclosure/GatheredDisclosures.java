package org.openengagement.ledger.disclosure;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.openengagement.ledger.entry.Disclosure;
import org.openengagement.ledger.store.LedgerObserver;
import org.openengagement.ledger.store.LedgerUnavailableException;
import org.openengagement.ledger.store.appending.AppendLimits;
import org.openengagement.ledger.store.waiting.GroupCommitDelay;
import org.openengagement.ledger.store.waiting.MonotonicTime;

/**
 * Has what several commands want kept at the same time kept by one write. While one is on its way, and the entries of those
 * before are appended, the next gathers.
 *
 * <p>There is a thread only while somebody waits. Nobody can interrupt it, and the callers wait for it, whoever interrupts
 * them: so what waits when a node shuts down is finished.
 */
final class GatheredDisclosures implements Disclosures {

    private final KeptDisclosures kept;
    private final AppendLimits limits;
    private final MonotonicTime time;
    private final LedgerObserver observer;
    private final Keeper keeper;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition somebodyCame = lock.newCondition();
    private final Deque<WaitingDisclosures> waiting = new ArrayDeque<>();
    private long weight;
    private boolean keeping;
    private GroupCommitDelay delay = GroupCommitDelay.NONE;

    /** @param limits how much is gathered, and how long a command waits */
    GatheredDisclosures(KeptDisclosures kept, AppendLimits limits, MonotonicTime time, LedgerObserver observer) {
        this.kept = kept;
        this.limits = limits;
        this.time = time;
        this.observer = observer;
        this.keeper = new Keeper(kept, time);
    }

    @Override
    public void keep(List<Disclosure> disclosures) {
        if (disclosures.isEmpty()) {
            return;
        }
        long askedAt = time.nanos();
        boolean done = false;
        try {
            WaitingDisclosures own = new WaitingDisclosures(disclosures, limits.patience(), time);
            enter(own);
            own.await();
            done = true;
        } finally {
            observer.textsKept(done, Duration.ofNanos(time.nanos() - askedAt));
        }
    }

    @Override
    public Map<UUID, Disclosure> of(Collection<UUID> events) {
        return kept.of(events);
    }

    private void enter(WaitingDisclosures own) {
        lock.lock();
        try {
            if (!waiting.isEmpty() && weight + own.weight() > limits.waitingBytes()) {
                throw new LedgerUnavailableException(
                        "The ledger is busy: too many texts wait to be kept. Nothing was recorded.", null);
            }
            waiting.add(own);
            weight += own.weight();
            somebodyCame.signal();
            if (!keeping) {
                var unused =
                        Thread.ofPlatform().name("ledger-disclosures").daemon().start(this::keepWhatWaits);
                keeping = true;
            }
        } finally {
            lock.unlock();
        }
    }

    private void keepWhatWaits() {
        for (List<WaitingDisclosures> batch = nextBatch(); !batch.isEmpty(); batch = nextBatch()) {
            long started = time.nanos();
            keeper.keep(batch);
            delay = GroupCommitDelay.of(batch.size(), time.nanos() - started);
        }
    }

    /** Empty, and the thread over, when nobody waits. */
    private List<WaitingDisclosures> nextBatch() {
        lock.lock();
        try {
            delay.awaitUntil(() -> waiting.isEmpty() || waiting.size() >= delay.count(), somebodyCame);
            List<WaitingDisclosures> batch = gather();
            keeping = !batch.isEmpty();
            return batch;
        } finally {
            lock.unlock();
        }
    }

    private List<WaitingDisclosures> gather() {
        List<WaitingDisclosures> batch = new ArrayList<>();
        int count = 0;
        long bytes = 0;
        while (!waiting.isEmpty()) {
            WaitingDisclosures first = waiting.element();
            count += first.count();
            bytes += first.weight();
            if (!batch.isEmpty() && (count > limits.batchEntries() || bytes > limits.batchBytes())) {
                break;
            }
            batch.add(waiting.remove());
            weight -= first.weight();
        }
        return batch;
    }
}
