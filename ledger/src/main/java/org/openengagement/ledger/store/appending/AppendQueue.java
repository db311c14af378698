package org.openengagement.ledger.store.appending;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.openengagement.ledger.store.LedgerUnavailableException;
import org.openengagement.ledger.store.waiting.GroupCommitDelay;

/** The units that wait for the appender, in the order they came. The queue is bounded: where it is full, callers wait to enter. */
final class AppendQueue {

    private final AppendLimits limits;
    private final ReentrantLock lock = new ReentrantLock(true);
    private final Condition somebodyCame = lock.newCondition();
    private final Condition somebodyLeft = lock.newCondition();
    private final Deque<WaitingUnit> waiting = new ArrayDeque<>();
    private volatile int count;
    private long weight;
    private int awaited = 1;
    private boolean closed;

    AppendQueue(AppendLimits limits) {
        this.limits = limits;
    }

    /**
     * Lets a unit in, as soon as there is room.
     *
     * @throws LedgerUnavailableException if there was none in time, or the queue is closed; nothing was recorded
     */
    void enter(WaitingUnit unit) {
        boolean interrupted = false;
        lock.lock();
        try {
            while (!closed && !waiting.isEmpty() && weight + unit.weight() > limits.waitingBytes()) {
                if (unit.hasWaitedTooLong()) {
                    throw new LedgerUnavailableException(
                            "The ledger is busy: too many commands wait to be recorded. Nothing was recorded.", null);
                }
                try {
                    var unused = somebodyLeft.await(100, TimeUnit.MILLISECONDS);
                } catch (InterruptedException wait) {
                    interrupted = true;
                }
            }
            if (closed) {
                throw new LedgerUnavailableException("The ledger is closed. Nothing was recorded.", null);
            }
            waiting.add(unit);
            weight += unit.weight();
            count = waiting.size();
            if (waiting.size() >= awaited) {
                somebodyCame.signal();
            }
        } finally {
            lock.unlock();
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /**
     * The units of the next batch. Waits until there is one; empty once the queue is closed and no unit waits.
     *
     * <p>A unit that claims what another of the batch claims stays for a later one: the unique index does not see
     * duplicates inside one document, and which of the two wins is known only once the first is recorded.
     */
    List<WaitingUnit> nextBatch(GroupCommitDelay delay) {
        lock.lock();
        try {
            awaited = 1;
            while (waiting.isEmpty() && !closed) {
                somebodyCame.awaitUninterruptibly();
            }
            awaited = delay.count();
            delay.awaitUntil(() -> closed || waiting.size() >= delay.count(), somebodyCame);
            List<WaitingUnit> batch = gather();
            for (WaitingUnit unit : batch) {
                weight -= unit.weight();
            }
            count = waiting.size();
            somebodyLeft.signalAll();
            return batch;
        } finally {
            lock.unlock();
        }
    }

    /** How many wait. */
    int count() {
        return count;
    }

    /** Takes no more units. */
    void close() {
        lock.lock();
        try {
            closed = true;
            somebodyCame.signalAll();
            somebodyLeft.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private List<WaitingUnit> gather() {
        List<WaitingUnit> batch = new ArrayList<>();
        Set<String> claims = new HashSet<>();
        int entries = 0;
        long bytes = 0;
        for (Iterator<WaitingUnit> each = waiting.iterator(); each.hasNext(); ) {
            WaitingUnit unit = each.next();
            entries += unit.count();
            bytes += unit.weight();
            if (!batch.isEmpty() && (entries > limits.batchEntries() || bytes > limits.batchBytes())) {
                break;
            }
            if (unit.claims().stream().anyMatch(claims::contains)) {
                entries -= unit.count();
                bytes -= unit.weight();
            } else {
                claims.addAll(unit.claims());
                batch.add(unit);
                each.remove();
            }
        }
        return batch;
    }
}
