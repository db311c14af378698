package org.openengagement.query.ledgers;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GenericTrackedEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;
import org.openengagement.ledger.axon.UnitMetaData;
import org.openengagement.ledger.disclosure.OpenedLedger;
import org.openengagement.ledger.entry.RecordedEvent;

/** A ledger in memory, followed in Axon's way. */
public final class MemorySource implements StreamableMessageSource<TrackedEventMessage<?>> {

    private final MemoryLedger ledger;
    private final OpenedLedger reached;
    private final AtomicLong handedOut = new AtomicLong();

    public MemorySource(MemoryLedger ledger) {
        this(ledger, ledger);
    }

    /**
     * @param reached the same ledger, by the way that may be cut off
     */
    public MemorySource(MemoryLedger ledger, OpenedLedger reached) {
        this.ledger = ledger;
        this.reached = reached;
    }

    /** How many events were handed out so far. */
    public long handedOut() {
        return handedOut.get();
    }

    @Override
    public TrackingEventStream openStream(@Nullable TrackingToken token) {
        return new Stream(token == null ? 0 : token.position().orElseThrow() + 1);
    }

    @Override
    public @Nullable TrackingToken createTailToken() {
        return null;
    }

    @Override
    public TrackingToken createHeadToken() {
        return new GlobalSequenceTrackingToken(ledger.size() - 1);
    }

    @Override
    public TrackingToken createTokenAt(Instant instant) {
        return new GlobalSequenceTrackingToken(ledger.firstPositionAt(instant) - 1);
    }

    private final class Stream implements TrackingEventStream {

        private long next;

        private Stream(long next) {
            this.next = next;
        }

        @Override
        public Optional<TrackedEventMessage<?>> peek() {
            return reached.read(next, 1).stream().findFirst().map(MemorySource::message);
        }

        @Override
        public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
            return ledger.holds(next, unit.toMillis(timeout)) && reached.size() > next;
        }

        @Override
        public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
            while (!hasNextAvailable(1, TimeUnit.SECONDS)) {
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
            }
            TrackedEventMessage<?> message = message(reached.read(next, 1).getFirst());
            next++;
            handedOut.incrementAndGet();
            return message;
        }

        @Override
        public void close() {}
    }

    private static TrackedEventMessage<?> message(RecordedEvent event) {
        return new GenericTrackedEventMessage<>(
                new GlobalSequenceTrackingToken(event.position()),
                new GenericEventMessage<>(event.event(), Map.of(UnitMetaData.RECORDED, event)));
    }
}
