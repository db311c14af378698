package org.openengagement.ledger.axon;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.openengagement.ledger.store.LedgerReader;

/**
 * The events from a position on, for one reader. At the head it waits for the ledger to grow, and says so at once; whatever it
 * may miss it finds with a look at the store a second later.
 */
final class PositionStream implements TrackingEventStream {

    private static final long LOOK_AGAIN_AFTER = TimeUnit.SECONDS.toNanos(1);

    private final PageTurner pages;
    private final LedgerReader.Subscription growth;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition somethingChanged = lock.newCondition();
    private final Deque<TrackedEventMessage<?>> page = new ArrayDeque<>();
    private long lookedAt;
    private boolean grown = true;
    private boolean closed;
    private Runnable onAvailable = () -> {};

    PositionStream(EventPages pages, LedgerReader ledger, long from) {
        this.pages = new PageTurner(pages, from);
        this.growth = ledger.whenGrown(this::grow);
    }

    @Override
    public Optional<TrackedEventMessage<?>> peek() {
        lock.lock();
        try {
            turnPage();
            return Optional.ofNullable(page.peek());
        } finally {
            lock.unlock();
        }
    }

    @Override
    public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
        long remaining = unit.toNanos(timeout);
        lock.lock();
        try {
            turnPage();
            while (page.isEmpty() && remaining > 0 && !closed) {
                long slice = Math.min(remaining, LOOK_AGAIN_AFTER);
                remaining -= slice - Math.max(0, somethingChanged.awaitNanos(slice));
                turnPage();
            }
            return !page.isEmpty();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
        while (!hasNextAvailable(Integer.MAX_VALUE, TimeUnit.MILLISECONDS)) {
            lock.lock();
            try {
                if (closed) {
                    throw new IllegalStateException("The stream is closed.");
                }
            } finally {
                lock.unlock();
            }
        }
        lock.lock();
        try {
            return page.remove();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public boolean setOnAvailableCallback(Runnable callback) {
        lock.lock();
        try {
            onAvailable = callback;
            return true;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        growth.close();
        lock.lock();
        try {
            closed = true;
            page.clear();
            pages.close();
            somethingChanged.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Fetches the next events once those at hand are used up, unless there cannot be any. */
    private void turnPage() {
        if (closed || !page.isEmpty() || !(grown || System.nanoTime() - lookedAt > LOOK_AGAIN_AFTER)) {
            return;
        }
        grown = false;
        lookedAt = System.nanoTime();
        page.addAll(pages.turn());
        // Behind a page there may be another.
        grown = grown || !page.isEmpty();
    }

    private void grow() {
        Runnable tell;
        lock.lock();
        try {
            grown = true;
            somethingChanged.signalAll();
            tell = onAvailable;
        } finally {
            lock.unlock();
        }
        tell.run();
    }
}
