package org.openengagement.query.following;

import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.inmemory.InMemoryTokenStore;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;
import org.openengagement.ledger.disclosure.OpenedLedger;
import org.springframework.context.SmartLifecycle;

/**
 * Keeps this node's read models up with the ledger, by a streaming processor that starts from the position that the read
 * models themselves carry. Its token is kept in memory only: there is nothing else to remember.
 */
public final class LedgerFollowing implements SmartLifecycle {

    private static final int BATCH = 500;

    private final Follower follower;
    private final StreamableMessageSource<TrackedEventMessage<?>> source;
    private final OpenedLedger ledger;
    private final Reached reached;
    private @Nullable Running running;

    public LedgerFollowing(
            List<LocalReadModel> models,
            StreamableMessageSource<TrackedEventMessage<?>> source,
            OpenedLedger ledger,
            Reached reached) {
        this.follower = new Follower(models, ledger, reached);
        this.source = source;
        this.ledger = ledger;
        this.reached = reached;
    }

    private record Running(PooledStreamingEventProcessor processor, List<ScheduledExecutorService> threads) {}

    /** How many entries the ledger holds that this node's answers do not reflect yet. */
    public long lag() {
        return Math.max(0, ledger.size() - 1 - reached.position());
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
        running = new Running(processor, List.of(coordinator, worker));
    }

    private static ScheduledExecutorService thread(String name) {
        return Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name(name).factory());
    }

    @Override
    public synchronized void stop() {
        if (running != null) {
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
