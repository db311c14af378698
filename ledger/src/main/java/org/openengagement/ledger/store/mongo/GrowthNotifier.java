package org.openengagement.ledger.store.mongo;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.openengagement.ledger.store.LedgerReader;
import org.openengagement.ledger.store.LedgerUnavailableException;

/**
 * Tells listeners that the ledger has grown: at once after an append of this process, and after the next look at the head where
 * another process appended. It looks only while there are listeners, once for all of them.
 */
final class GrowthNotifier implements AutoCloseable {

    private final LongSupplier size;
    private final ScheduledExecutorService teller = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("ledger-growth").daemon().factory());
    private final Set<Listener> listeners = ConcurrentHashMap.newKeySet();
    private final AtomicLong known = new AtomicLong();

    GrowthNotifier(LongSupplier size, Duration lookEvery) {
        this.size = size;
        var unused = teller.scheduleWithFixedDelay(
                this::look, lookEvery.toNanos(), lookEvery.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** See {@link LedgerReader#whenGrown}. */
    LedgerReader.Subscription whenGrown(Runnable listener) {
        Listener added = new Listener(listener);
        listeners.add(added);
        return () -> listeners.remove(added);
    }

    /** The ledger holds this many entries now. Returns at once. */
    void reached(long entries) {
        try {
            teller.execute(() -> tell(entries));
        } catch (RejectedExecutionException closed) {
            // Nobody is told any more.
        }
    }

    @Override
    public void close() {
        teller.shutdownNow();
    }

    private void look() {
        if (!listeners.isEmpty()) {
            try {
                tell(size.getAsLong());
            } catch (LedgerUnavailableException unanswered) {
                // Those who follow read for themselves, and see the same; the next look comes soon.
            }
        }
    }

    private void tell(long entries) {
        if (known.getAndAccumulate(entries, Math::max) < entries) {
            listeners.forEach(each -> each.listener.run());
        }
    }

    /** Tells apart two listeners that are equal. */
    private static final class Listener {

        private final Runnable listener;

        Listener(Runnable listener) {
            this.listener = listener;
        }
    }
}
