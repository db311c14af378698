package org.openengagement.ledger.store.appending;

import java.time.InstantSource;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.openengagement.ledger.store.ClockOutOfBoundsException;
import org.openengagement.ledger.store.LedgerObserver;
import org.openengagement.ledger.store.LedgerUnavailableException;
import org.openengagement.ledger.store.NotTheWriterException;
import org.openengagement.ledger.store.lease.WritingRight;
import org.openengagement.ledger.store.waiting.MonotonicTime;
import org.openengagement.ledger.store.waiting.Pause;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Records one batch after another, and tells all who wait what became of their units.
 *
 * <p>It records while it has the {@link WritingRight}. Should another process record all the same, their commits and these
 * can only take turns, since a stale head always collides on the position.
 */
final class Recorder {

    private static final Logger LOG = LoggerFactory.getLogger(Recorder.class);

    private final Commits commits;
    private final WritingRight right;
    private final Supplier<UUID> batchIds;
    private final AppendLimits limits;
    private final LongConsumer grown;
    private final LedgerObserver observer;
    private final MonotonicTime time;
    private final RecordingClock recordingClock;
    private final OutcomeResolver resolver;
    private @Nullable Head head;
    private long tenure;
    private boolean clockIsRefused;

    /** @param grown told how many entries the ledger holds, after each write */
    Recorder(
            Commits commits,
            WritingRight right,
            InstantSource clock,
            Supplier<UUID> batchIds,
            AppendLimits limits,
            MonotonicTime time,
            LongConsumer grown,
            LedgerObserver observer) {
        this.commits = commits;
        this.right = right;
        this.batchIds = batchIds;
        this.limits = limits;
        this.grown = grown;
        this.observer = observer;
        this.time = time;
        this.recordingClock = new RecordingClock(clock, time, commits, limits.clockTolerance());
        this.resolver = new OutcomeResolver(commits, time, observer);
    }

    /** Records what can be, and returns when everybody of the batch has an answer. */
    void record(Batch batch) {
        try {
            settle(batch);
        } catch (RuntimeException | Error unexpected) {
            // Whoever still waits must be answered; those who were answered keep their answer.
            head = null;
            batch.fail(LedgerUnavailableException.inDoubt(unexpected));
        }
    }

    private void settle(Batch whole) {
        long started = time.nanos();
        BooleanSupplier patienceIsOver =
                () -> time.nanos() - started > limits.patience().toNanos();
        Pause pause = new Pause(time);
        Batch batch = whole;
        while (!batch.isEmpty()) {
            Commit commit;
            try {
                Head before = head();
                commit = batch.after(before, recordingClock.instantAfter(before), batchIds.get());
                tellOfTheClock(null);
            } catch (NotTheWriterException standby) {
                batch.fail(standby);
                return;
            } catch (ClockOutOfBoundsException untrusted) {
                tellOfTheClock(untrusted);
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
                case CommitOutcome.Stands stands -> {
                    Head reached = commit.head();
                    head = reached;
                    batch.succeed(commit);
                    grown.accept(reached.next());
                    observer.written(batch.size(), commit.entries().size(), reached.next());
                    return;
                }
                case CommitOutcome.PositionTaken collision -> {
                    head = null;
                    observer.collided();
                    right.collided();
                    if (patienceIsOver.getAsBoolean()) {
                        batch.fail(new LedgerUnavailableException(
                                "Others kept appending before this could be recorded. Nothing was recorded.", null));
                        return;
                    }
                    pause.take();
                }
                case CommitOutcome.ClaimsTaken taken -> batch = batch.withoutClaimants(taken.claims());
                case CommitOutcome.InDoubt doubt -> {
                    head = null;
                    batch.fail(LedgerUnavailableException.inDoubt(doubt.cause()));
                    return;
                }
                case CommitOutcome.Refused refused -> {
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

    /** Where the ledger ends, as far as the one who writes can know: read anew when others may have written. */
    private Head head() {
        long now = right.tenure();
        if (now != tenure) {
            tenure = now;
            head = null;
        }
        Head known = head == null ? commits.head() : head;
        head = known;
        return known;
    }

    /** Once, however many callers learn of it. */
    private void tellOfTheClock(@Nullable ClockOutOfBoundsException untrusted) {
        if (untrusted != null && !clockIsRefused) {
            LOG.error("No commands are recorded until this is mended: {}", untrusted.getMessage());
        } else if (untrusted == null && clockIsRefused) {
            LOG.info("The clock can be trusted again; commands are recorded.");
        }
        clockIsRefused = untrusted != null;
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
