package org.openengagement.ledger.store;

import static java.time.temporal.ChronoUnit.MILLIS;

import java.time.InstantSource;
import java.util.UUID;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

/** The one in this process who appends. While a write is on its way, the units that come meanwhile gather for the next. */
final class Appender implements AutoCloseable {

    private final InstantSource clock;
    private final AppendLimits limits;
    private final PassingTime time;
    private final WaitingRoom waitingRoom;
    private final Recorder recorder;
    private final Thread thread =
            Thread.ofPlatform().name("ledger-appender").daemon().unstarted(this::run);

    /** @param grown told how many entries the ledger holds, after each write */
    Appender(Commits commits, InstantSource clock, Supplier<UUID> batchIds, AppendLimits limits, LongConsumer grown) {
        this.clock = clock;
        this.limits = limits;
        this.time = PassingTime.OF_THIS_MACHINE;
        this.waitingRoom = new WaitingRoom(limits);
        this.recorder = new Recorder(commits, clock, batchIds, limits, grown, time);
    }

    void start() {
        thread.start();
    }

    /** See {@link LedgerStore#append}. */
    Recorded append(Unit unit) {
        WaitingUnit waiting = new WaitingUnit(unit, clock.instant().truncatedTo(MILLIS), limits.patience(), time);
        waitingRoom.enter(waiting);
        return waiting.await();
    }

    /** Records what waits, then stops. */
    @Override
    public void close() {
        waitingRoom.close();
        try {
            thread.join(limits.patience());
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        for (Batch batch = nextBatch(); !batch.isEmpty(); batch = nextBatch()) {
            recorder.record(batch.withoutThoseWhoWaitedTooLong());
        }
    }

    private Batch nextBatch() {
        return new Batch(waitingRoom.nextBatch());
    }
}
