package org.openengagement.ledger.store.appending;

import static java.time.temporal.ChronoUnit.MILLIS;

import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.openengagement.ledger.store.LedgerObserver;
import org.openengagement.ledger.store.LedgerObserver.Answer;
import org.openengagement.ledger.store.LedgerStore;
import org.openengagement.ledger.store.NotTheWriterException;
import org.openengagement.ledger.store.Recorded;
import org.openengagement.ledger.store.Unit;
import org.openengagement.ledger.store.lease.WritingRight;
import org.openengagement.ledger.store.waiting.GroupCommitDelay;
import org.openengagement.ledger.store.waiting.MonotonicTime;

/** The one in this process who appends. While a write is on its way, the units that come meanwhile gather for the next. */
public final class Appender implements AutoCloseable {

    private final InstantSource clock;
    private final AppendLimits limits;
    private final WritingRight right;
    private final MonotonicTime time;
    private final LedgerObserver observer;
    private final AppendQueue queue;
    private final Recorder recorder;
    private final Thread thread =
            Thread.ofPlatform().name("ledger-appender").daemon().unstarted(this::run);

    /** @param grown told how many entries the ledger holds, after each write */
    public Appender(
            Commits commits,
            WritingRight right,
            InstantSource clock,
            Supplier<UUID> batchIds,
            AppendLimits limits,
            LongConsumer grown,
            LedgerObserver observer) {
        this.right = right;
        this.observer = observer;
        this.clock = clock;
        this.limits = limits;
        this.time = MonotonicTime.OF_THIS_MACHINE;
        this.queue = new AppendQueue(limits);
        this.recorder = new Recorder(commits, right, clock, batchIds, limits, time, grown, observer);
    }

    public void start() {
        thread.start();
    }

    /** See {@link LedgerStore#requireWritership}. Whoever is refused here is counted as one who asked to append. */
    public void requireRight() {
        try {
            var unused = right.tenure();
        } catch (NotTheWriterException standby) {
            observer.answered(Answer.of(standby), Duration.ZERO);
            throw standby;
        }
    }

    /** See {@link LedgerStore#append}. */
    public Recorded append(Unit unit) {
        long askedAt = time.nanos();
        try {
            // A standby refuses at once: whoever writes now is to be asked instead.
            var unused = right.tenure();
            WaitingUnit waiting = new WaitingUnit(unit, clock.instant().truncatedTo(MILLIS), limits.patience(), time);
            queue.enter(waiting);
            observer.waiting(queue.count());
            Recorded recorded = waiting.await();
            observer.answered(Answer.RECORDED, since(askedAt));
            return recorded;
        } catch (RuntimeException refused) {
            observer.answered(Answer.of(refused), since(askedAt));
            throw refused;
        }
    }

    /** Records what waits, then stops. */
    @Override
    public void close() {
        queue.close();
        try {
            thread.join(limits.patience());
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        Batch batch = nextBatch(GroupCommitDelay.NONE);
        while (!batch.isEmpty()) {
            long started = time.nanos();
            recorder.record(batch.withoutThoseWhoWaitedTooLong());
            batch = nextBatch(GroupCommitDelay.of(batch.size(), time.nanos() - started));
        }
    }

    private Batch nextBatch(GroupCommitDelay delay) {
        Batch batch = new Batch(queue.nextBatch(delay));
        observer.waiting(queue.count());
        return batch;
    }

    private Duration since(long started) {
        return Duration.ofNanos(time.nanos() - started);
    }
}
