package org.openengagement.query.following;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.openengagement.ledger.disclosure.OpenedLedger;
import org.openengagement.ledger.entry.RecordedEvent;
import org.openengagement.ledger.store.LedgerUnavailableException;

/**
 * The ledger as requests read it: while it is known to be away they are told at once, and none ever waits for it longer
 * than {@link LedgerMonitor#LONGEST_ANSWER}.
 */
public final class FailFastLedger implements OpenedLedger, AutoCloseable {

    private final OpenedLedger ledger;
    private final LedgerMonitor monitor;
    private final ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor();

    public FailFastLedger(OpenedLedger ledger, LedgerMonitor monitor) {
        this.ledger = ledger;
        this.monitor = monitor;
    }

    /** How many entries the ledger holds; while it is away, how many it held when it last answered. */
    @Override
    public long size() {
        return monitor.isAway() ? monitor.size() : ask(ledger::size);
    }

    @Override
    public List<RecordedEvent> read(long from, int atMost) {
        return ask(() -> ledger.read(from, atMost));
    }

    @Override
    public List<RecordedEvent> readStream(String stream) {
        return ask(() -> ledger.readStream(stream));
    }

    @Override
    public long firstPositionAt(Instant instant) {
        return ask(() -> ledger.firstPositionAt(instant));
    }

    private <T> T ask(Supplier<T> reading) {
        if (monitor.isAway()) {
            throw away(null);
        }
        Future<T> answer = readers.submit(reading::get);
        try {
            return answer.get(LedgerMonitor.LONGEST_ANSWER.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            answer.cancel(true);
            throw away(late);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            answer.cancel(true);
            throw away(interrupted);
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException cause
                    ? cause
                    : new IllegalStateException("The ledger could not be read.", failed);
        }
    }

    private static LedgerUnavailableException away(@Nullable Throwable cause) {
        return new LedgerUnavailableException("The ledger does not answer.", cause);
    }

    @Override
    public void close() {
        readers.shutdownNow();
    }
}
