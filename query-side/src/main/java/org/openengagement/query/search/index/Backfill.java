package org.openengagement.query.search.index;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.openengagement.ledger.store.LedgerUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Makes, beside everything else, what the cases of the index lack of the read models. It works in short steps, and rests after each
 * for as long as the step took, so that events and the ledger have at least half of the time.
 */
final class Backfill implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Backfill.class);

    private static final int CASES_AT_ONCE = 16;
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    private static final Duration LONGEST_STEP = Duration.ofSeconds(30);

    private final SearchIndex index;
    private volatile boolean stopped;
    private @Nullable ScheduledExecutorService thread;

    Backfill(SearchIndex index) {
        this.index = index;
    }

    @Override
    public synchronized void start() {
        stopped = false;
        ScheduledExecutorService started = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("oel-backfill").factory());
        var unused = started.scheduleWithFixedDelay(this::look, 0, LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
        thread = started;
    }

    /** Whatever goes wrong in one look, there is another. */
    private void look() {
        try {
            while (!stopped && step()) {
                // The next step follows.
            }
        } catch (LedgerUnavailableException | UncheckedIOException again) {
            LOG.warn("A read model cannot be made yet: {}", again.getMessage());
        } catch (RuntimeException unexpected) {
            LOG.error("A read model could not be made; it is tried again.", unexpected);
        }
    }

    private boolean step() {
        long begun = System.nanoTime();
        boolean more = index.backfill(CASES_AT_ONCE);
        if (more) {
            LockSupport.parkNanos(System.nanoTime() - begun);
        }
        return more;
    }

    @Override
    public synchronized void stop() {
        if (thread != null) {
            stopped = true;
            thread.shutdown();
            awaitTheStep(thread);
            thread = null;
        }
    }

    /** An interrupt would close the index's files under it. */
    private static void awaitTheStep(ScheduledExecutorService thread) {
        try {
            if (!thread.awaitTermination(LONGEST_STEP.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("The read models are still being written while the node stops.");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null;
    }
}
