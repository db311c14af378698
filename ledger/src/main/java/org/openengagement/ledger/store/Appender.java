package org.openengagement.ledger.store;

import static java.time.temporal.ChronoUnit.MILLIS;

import java.time.InstantSource;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The one in this process who appends. While a write is on its way, the units that come meanwhile gather for the next.
 *
 * <p>Other processes may append to the same ledger: their commits and these can only take turns, since a stale head always
 * collides on the position.
 */
final class Appender implements AutoCloseable {

    private final Commits commits;
    private final InstantSource clock;
    private final Supplier<UUID> batchIds;
    private final AppendLimits limits;
    private final LongConsumer grown;
    private final WaitingRoom waitingRoom;
    private final RecordingClock recordingClock;
    private final OutcomeResolver resolver;
    private final Thread thread =
            Thread.ofPlatform().name("ledger-appender").daemon().unstarted(this::run);
    private @Nullable Head head;

    /** @param grown told how many entries the ledger holds, after each write */
    Appender(Commits commits, InstantSource clock, Supplier<UUID> batchIds, AppendLimits limits, LongConsumer grown) {
        this.commits = commits;
        this.clock = clock;
        this.batchIds = batchIds;
        this.limits = limits;
        this.grown = grown;
        this.waitingRoom = new WaitingRoom(limits);
        this.recordingClock = new RecordingClock(clock, commits, limits.clockTolerance());
        this.resolver = new OutcomeResolver(commits);
    }

    void start() {
        thread.start();
    }

    /** See {@link LedgerStore#append}. */
    Recorded append(Unit unit) {
        WaitingUnit waiting = new WaitingUnit(unit, clock.instant().truncatedTo(MILLIS), limits.patience());
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
            try {
                record(batch.withoutThoseWhoWaitedTooLong());
            } catch (RuntimeException | Error unexpected) {
                // Whoever still waits must be answered; those who were answered keep their answer.
                head = null;
                batch.fail(LedgerUnavailableException.inDoubt(unexpected));
            }
        }
    }

    private Batch nextBatch() {
        return new Batch(waitingRoom.nextBatch());
    }

    private void record(Batch whole) {
        long started = System.nanoTime();
        BooleanSupplier patienceIsOver =
                () -> System.nanoTime() - started > limits.patience().toNanos();
        Pause pause = new Pause();
        Batch batch = whole;
        while (!batch.isEmpty()) {
            Commit commit;
            try {
                Head before = head == null ? commits.head() : head;
                commit = batch.after(before, recordingClock.instantAfter(before), batchIds.get());
            } catch (ClockOutOfBoundsException untrusted) {
                head = null;
                batch.fail(untrusted);
                return;
            } catch (LedgerUnavailableException unanswered) {
                if (patienceIsOver.getAsBoolean()) {
                    batch.fail(unanswered);
                    return;
                }
                pause.take();
                continue;
            } catch (RuntimeException unfit) {
                refuse(batch, unfit);
                return;
            }
            switch (resolver.settle(commit, patienceIsOver)) {
                case Outcome.Stands stands -> {
                    head = commit.head();
                    batch.succeed(commit);
                    grown.accept(head.next());
                    return;
                }
                case Outcome.PositionTaken collision -> {
                    // Another process appends. This is the one place where the loss of a writer's lease would show.
                    head = null;
                    if (patienceIsOver.getAsBoolean()) {
                        batch.fail(new LedgerUnavailableException(
                                "Others kept appending before this could be recorded. Nothing was recorded.", null));
                        return;
                    }
                    pause.take();
                }
                case Outcome.ClaimsTaken taken -> batch = batch.withoutClaimants(taken.claims());
                case Outcome.InDoubt doubt -> {
                    head = null;
                    batch.fail(LedgerUnavailableException.inDoubt(doubt.cause()));
                    return;
                }
                case Outcome.Refused refused -> {
                    refuse(
                            batch,
                            new LedgerUnavailableException(
                                    "The store refuses to record this: "
                                            + refused.cause().getMessage(),
                                    refused.cause()));
                    return;
                }
            }
        }
    }

    /** One unit of these cannot be recorded: finds out which, so that it takes no other with it. */
    private void refuse(Batch batch, RuntimeException reason) {
        if (batch.hasOneUnit()) {
            batch.fail(reason);
        } else {
            batch.oneByOne().forEach(this::record);
        }
    }
}
