package org.openengagement.query.following;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;
import org.openengagement.ledger.store.LedgerUnavailableException;

/**
 * Events to follow, from a ledger that may be away: then there is just nothing new. Axon itself would wait ever longer between
 * its attempts, up to a minute, and so be a minute late when the ledger is back.
 */
final class OutageTolerantSource implements StreamableMessageSource<TrackedEventMessage<?>> {

    private final StreamableMessageSource<TrackedEventMessage<?>> source;

    OutageTolerantSource(StreamableMessageSource<TrackedEventMessage<?>> source) {
        this.source = source;
    }

    @Override
    public TrackingEventStream openStream(@Nullable TrackingToken token) {
        return new PatientStream((TrackingEventStream) source.openStream(token));
    }

    @Override
    public @Nullable TrackingToken createTailToken() {
        return source.createTailToken();
    }

    @Override
    public @Nullable TrackingToken createHeadToken() {
        return source.createHeadToken();
    }

    @Override
    public @Nullable TrackingToken createTokenAt(Instant instant) {
        return source.createTokenAt(instant);
    }

    private record PatientStream(TrackingEventStream stream) implements TrackingEventStream {

        @Override
        public Optional<TrackedEventMessage<?>> peek() {
            try {
                return stream.peek();
            } catch (LedgerUnavailableException away) {
                return Optional.empty();
            }
        }

        @Override
        public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
            try {
                return stream.hasNextAvailable(timeout, unit);
            } catch (LedgerUnavailableException away) {
                return false;
            }
        }

        @Override
        public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
            return stream.nextAvailable();
        }

        @Override
        public boolean setOnAvailableCallback(Runnable callback) {
            return stream.setOnAvailableCallback(callback);
        }

        @Override
        public void close() {
            stream.close();
        }
    }
}
