package org.openengagement.command.importing.running;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.openengagement.ledger.store.LedgerStore;
import org.openengagement.ledger.store.LedgerUnavailableException;
import org.openengagement.ledger.store.Recorded;
import org.openengagement.ledger.store.RecordedRequest;
import org.openengagement.ledger.store.StoredEntry;
import org.openengagement.ledger.store.Unit;
import org.openengagement.ledger.store.Writership;

/** A line to the ledger that now and then breaks: before a unit reaches the store, or after it was recorded. */
record UnreliableLine(LedgerStore store, AtomicInteger appends, AtomicInteger broken) implements LedgerStore {

    UnreliableLine(LedgerStore store) {
        this(store, new AtomicInteger(), new AtomicInteger());
    }

    @Override
    public Recorded append(Unit unit) {
        int number = appends.incrementAndGet();
        if (number % 5 == 3) {
            broken.incrementAndGet();
            throw new LedgerUnavailableException("It broke before.", null);
        }
        Recorded recorded = store.append(unit);
        if (number % 5 == 0) {
            broken.incrementAndGet();
            throw new LedgerUnavailableException("It broke after.", null);
        }
        return recorded;
    }

    @Override
    public void requireWritership() {
        store.requireWritership();
    }

    @Override
    public Writership writership() {
        return store.writership();
    }

    @Override
    public long size() {
        return store.size();
    }

    @Override
    public List<StoredEntry> read(long from, int atMost) {
        return store.read(from, atMost);
    }

    @Override
    public List<StoredEntry> readStream(String stream, long fromSequence) {
        return store.readStream(stream, fromSequence);
    }

    @Override
    public Optional<Long> lastSequence(String stream) {
        return store.lastSequence(stream);
    }

    @Override
    public long firstPositionAt(Instant instant) {
        return store.firstPositionAt(instant);
    }

    @Override
    public Map<String, Long> taken(Collection<String> claims) {
        return store.taken(claims);
    }

    @Override
    public Optional<RecordedRequest> request(String claim) {
        return store.request(claim);
    }

    @Override
    public Subscription whenGrown(Runnable listener) {
        return store.whenGrown(listener);
    }

    @Override
    public void close() {
        store.close();
    }
}
