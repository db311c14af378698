package org.openengagement.ledger.axon;

import java.time.Instant;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators.AbstractSpliterator;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.openengagement.ledger.disclosure.Disclosures;
import org.openengagement.ledger.entry.EntryReader;
import org.openengagement.ledger.entry.EntryWriter;
import org.openengagement.ledger.store.ClaimTakenException;
import org.openengagement.ledger.store.LedgerStore;

/**
 * Axon's storage is the ledger. Aggregates are loaded with their sealed fields not opened, and without snapshots: the stream
 * of a case is short.
 */
public final class LedgerEventStorageEngine implements EventStorageEngine {

    private final LedgerStore store;
    private final Disclosures disclosures;
    private final EntryWriter writer;
    private final EntryReader reader;
    private final EventPages pages;

    /** @param disclosures where the texts of sealed fields are kept before their events are recorded */
    public LedgerEventStorageEngine(
            LedgerStore store, Disclosures disclosures, EntryWriter writer, EntryReader reader) {
        this.store = store;
        this.disclosures = disclosures;
        this.writer = writer;
        this.reader = reader;
        this.pages = EventPages.withheld(store, reader);
    }

    /**
     * Records the events of a unit of work together, and completes its {@link Receipt}. Returns when they are durable.
     *
     * @throws ConcurrencyException if somebody else wrote to one of the streams since it was loaded
     * @throws ClaimTakenException if something else that the unit claims is taken
     */
    @Override
    public void appendEvents(List<? extends EventMessage<?>> events) {
        if (events.isEmpty()) {
            return;
        }
        EventUnit unit = EventUnit.of(events, writer);
        // First, so that no entry is ever recorded whose texts were never kept. A text without an entry stays, and
        // opens
        // nothing.
        disclosures.keep(unit.disclosures());
        try {
            unit.complete(store.append(unit.unit()));
        } catch (ClaimTakenException taken) {
            if (unit.standsAt(taken.claim())) {
                throw new ConcurrencyException("Somebody else was first to record %s.".formatted(taken.claim()), taken);
            }
            throw taken;
        }
    }

    @Override
    public DomainEventStream readEvents(String stream, long firstSequence) {
        return DomainEventStream.of(store.readStream(stream, firstSequence).stream()
                .map(stored -> EventMessages.inItsStream(
                        reader.withheld(stored.position(), stored.lastOfUnit(), stored.entry(), stored.leafHash())))
                .toList());
    }

    /** Events by position up to the head; {@link LedgerEventSource} also waits there. */
    @Override
    public Stream<? extends TrackedEventMessage<?>> readEvents(@Nullable TrackingToken token, boolean mayBlock) {
        return StreamSupport.stream(new UpToTheHead(pages, Positions.after(token)), false);
    }

    @Override
    public Optional<Long> lastSequenceNumberFor(String stream) {
        return store.lastSequence(stream);
    }

    @Override
    public Optional<DomainEventMessage<?>> readSnapshot(String stream) {
        return Optional.empty();
    }

    /** Refuses: the ledger alone says what is. */
    @Override
    public void storeSnapshot(DomainEventMessage<?> snapshot) {
        throw new UnsupportedOperationException("The ledger takes no snapshots: the stream of a case is short.");
    }

    @Override
    public TrackingToken createTailToken() {
        return Positions.tokenBefore(0);
    }

    @Override
    public TrackingToken createHeadToken() {
        return Positions.tokenBefore(store.size());
    }

    @Override
    public TrackingToken createTokenAt(Instant instant) {
        return Positions.tokenBefore(store.firstPositionAt(instant));
    }

    private static final class UpToTheHead extends AbstractSpliterator<TrackedEventMessage<?>> {

        private final PageTurner pages;
        private Iterator<TrackedEventMessage<?>> page = Collections.emptyIterator();

        UpToTheHead(EventPages pages, long from) {
            super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL);
            this.pages = new PageTurner(pages, from);
        }

        @Override
        public boolean tryAdvance(Consumer<? super TrackedEventMessage<?>> action) {
            if (!page.hasNext()) {
                page = pages.turn().iterator();
            }
            if (!page.hasNext()) {
                return false;
            }
            action.accept(page.next());
            return true;
        }
    }
}
