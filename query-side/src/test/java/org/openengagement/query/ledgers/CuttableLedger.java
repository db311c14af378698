package org.openengagement.query.ledgers;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.openengagement.ledger.disclosure.OpenedLedger;
import org.openengagement.ledger.entry.RecordedEvent;
import org.openengagement.ledger.store.LedgerUnavailableException;

/** A ledger to which the line can be cut, so that it is away, or lets everybody wait. */
public final class CuttableLedger implements OpenedLedger {

    private final OpenedLedger ledger;
    private volatile boolean cut;
    private volatile CountDownLatch silence = new CountDownLatch(0);

    public CuttableLedger(OpenedLedger ledger) {
        this.ledger = ledger;
    }

    public void isCut(boolean now) {
        cut = now;
    }

    /** Answers nobody, until it {@link #speaks}. */
    public void isSilent() {
        silence = new CountDownLatch(1);
    }

    public void speaks() {
        silence.countDown();
    }

    private OpenedLedger reached() {
        try {
            silence.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        if (cut) {
            throw new LedgerUnavailableException("The line is cut.", null);
        }
        return ledger;
    }

    @Override
    public long size() {
        return reached().size();
    }

    @Override
    public List<RecordedEvent> read(long from, int atMost) {
        return reached().read(from, atMost);
    }

    @Override
    public List<RecordedEvent> readStream(String stream) {
        return reached().readStream(stream);
    }

    @Override
    public long firstPositionAt(Instant instant) {
        return reached().firstPositionAt(instant);
    }
}
