package org.openengagement.ledger.axon;

import java.time.Instant;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;
import org.openengagement.ledger.disclosure.OpenedLedger;
import org.openengagement.ledger.entry.EntryReader;
import org.openengagement.ledger.store.LedgerReader;

/**
 * The ledger's events by position, for those who follow it. Each payload is the event, each token its position, and the
 * metadata holds under {@link UnitMetaData#RECORDED} all that the ledger knows of it.
 *
 * <p>Nothing is cached between readers: a text that is erased must not live on in a cache.
 */
public final class LedgerEventSource implements StreamableMessageSource<TrackedEventMessage<?>> {

    private final LedgerReader ledger;
    private final EventPages pages;

    LedgerEventSource(LedgerReader ledger, EventPages pages) {
        this.ledger = ledger;
        this.pages = pages;
    }

    /** Events with their sealed fields not opened: for automations, which must not depend on them. */
    public static LedgerEventSource withheld(LedgerReader ledger, EntryReader reader) {
        return new LedgerEventSource(ledger, EventPages.withheld(ledger, reader));
    }

    /** Events with their sealed fields opened for every audience: for projections. */
    public static LedgerEventSource opened(LedgerReader ledger, OpenedLedger opened) {
        return new LedgerEventSource(ledger, EventPages.opened(opened));
    }

    /**
     * Follows the ledger.
     *
     * @param token where the reader is; {@code null}: before the first event
     * @throws IllegalArgumentException if the token is not one of positions
     */
    @Override
    public TrackingEventStream openStream(@Nullable TrackingToken token) {
        return new PositionStream(pages, ledger, Positions.after(token));
    }

    @Override
    public TrackingToken createTailToken() {
        return Positions.tokenBefore(0);
    }

    @Override
    public TrackingToken createHeadToken() {
        return Positions.tokenBefore(ledger.size());
    }

    @Override
    public TrackingToken createTokenAt(Instant instant) {
        return Positions.tokenBefore(ledger.firstPositionAt(instant));
    }
}
