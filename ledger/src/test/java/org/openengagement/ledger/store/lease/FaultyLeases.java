package org.openengagement.ledger.store.lease;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.openengagement.ledger.store.LedgerUnavailableException;

/** A lease behind a line that can be cut, before a call arrives, after it was done, or for good. */
public final class FaultyLeases implements Leases {

    /** What is wrong with a call. */
    public enum Fault {
        NONE,
        LOST,
        ANSWER_LOST,
        LATE
    }

    private final Leases sound;
    private final Supplier<Fault> faults;
    private final Deque<Runnable> onTheirWay = new ArrayDeque<>();

    public FaultyLeases(Leases sound, Supplier<Fault> faults) {
        this.sound = sound;
        this.faults = faults;
    }

    /** Has what is still on its way arrive now. */
    public void arrive() {
        while (!onTheirWay.isEmpty()) {
            onTheirWay.remove().run();
        }
    }

    @Override
    public Optional<Lease> look() {
        return through(sound::look);
    }

    @Override
    public boolean take(@Nullable Lease seen, Lease mine) {
        return through(() -> sound.take(seen, mine));
    }

    @Override
    public boolean beat(UUID holder) {
        return through(() -> sound.beat(holder));
    }

    @Override
    public void release(UUID holder) {
        var unused = through(() -> {
            sound.release(holder);
            return true;
        });
    }

    private <T> T through(Supplier<T> call) {
        switch (faults.get()) {
            case NONE -> {
                return call.get();
            }
            case LOST -> {
                // It never arrives.
            }
            case ANSWER_LOST -> {
                var unused = call.get();
            }
            case LATE ->
                onTheirWay.add(() -> {
                    var unused = call.get();
                });
        }
        throw new LedgerUnavailableException("The line is cut.", null);
    }
}
