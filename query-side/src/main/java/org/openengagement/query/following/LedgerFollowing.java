package org.openengagement.query.following;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.inmemory.InMemoryTokenStore;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;
import org.openengagement.ledger.disclosure.OpenedLedger;
import org.openengagement.ledger.store.LedgerUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Keeps this node's read models up with the ledger, by a streaming processor that starts from the position that the read
 * models themselves carry. Its token is kept in memory only: there is nothing else to remember.
 */
public final class LedgerFollowing implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(LedgerFollowing.class);

    private static final int BATCH = 500;

    /** So few entries behind, a node is as good as any other: it has them within a second. */
    private static final int NEAR_THE_HEAD = 100;

    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    private final Follower follower;
    private final StreamableMessageSource<TrackedEventMessage<?>> source;
    private final LedgerMonitor monitor;
    private volatile boolean caughtUp;
    private @Nullable Running running;

    public LedgerFollowing(
            List<LocalReadModel> models,
            StreamableMessageSource<TrackedEventMessage<?>> source,
            OpenedLedger ledger,
            ReachedPosition reached,
            LedgerMonitor monitor) {
        this.follower = new Follower(models, ledger, reached);
        this.source = new OutageTolerantSource(source);
        this.monitor = monitor;
    }

    private record Running(PooledStreamingEventProcessor processor, List<ScheduledExecutorService> threads) {}

    /** Whether this node was so close to the ledger's head once since its start that its answers are of use. */
    public boolean hasCaughtUp() {
        return caughtUp;
    }

    /** Whether following stumbled and waits to try again. */
    public synchronized boolean isStumbling() {
        return running != null && running.processor().isError();
    }

    @Override
    public synchronized void start() {
        follower.show();
        ScheduledExecutorService coordinator = thread("oel-following");
        ScheduledExecutorService worker = thread("oel-read-models");
        PooledStreamingEventProcessor processor = PooledStreamingEventProcessor.builder()
                .name("read-models")
                .eventHandlerInvoker(follower)
                .errorHandler(PropagatingErrorHandler.instance())
                .messageSource(source)
                .tokenStore(new InMemoryTokenStore())
                .transactionManager(NoTransactionManager.INSTANCE)
                .coordinatorExecutor(coordinator)
                .workerExecutor(worker)
                .initialSegmentCount(1)
                .initialToken(ignored ->
                        follower.position() < 0 ? null : new GlobalSequenceTrackingToken(follower.position()))
                .batchSize(BATCH)
                .build();
        processor.start();
        ScheduledExecutorService watch = thread("oel-ledger-watch");
        ScheduledExecutorService mending = thread("oel-mending");
        every(watch, this::look);
        every(mending, this::mend);
        running = new Running(processor, List.of(coordinator, worker, watch, mending));
    }

    private static void every(ScheduledExecutorService thread, Runnable look) {
        var unused =
                thread.scheduleWithFixedDelay(() -> tryOnce(look), 0, LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Whatever goes wrong in one look, there is another: else nobody would look again, and nobody know. */
    private static void tryOnce(Runnable look) {
        try {
            look.run();
        } catch (RuntimeException unexpected) {
            LOG.error("The read models could not be looked after; it is tried again.", unexpected);
        }
    }

    private void look() {
        monitor.ask();
        Freshness freshness = monitor.freshness();
        boolean begun = freshness.position() >= 0 || monitor.size() == 0;
        caughtUp = caughtUp || (freshness.reachable() && begun && freshness.behind() <= NEAR_THE_HEAD);
    }

    private void mend() {
        try {
            follower.mend();
        } catch (LedgerUnavailableException | UncheckedIOException again) {
            LOG.warn("The read models cannot be brought up yet: {}", again.getMessage());
        }
    }

    private static ScheduledExecutorService thread(String name) {
        return Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name(name).factory());
    }

    @Override
    public synchronized void stop() {
        if (running != null) {
            follower.stop();
            running.processor().shutDown();
            running.threads().forEach(ScheduledExecutorService::shutdown);
            running = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return running != null;
    }
}
