package org.openengagement.ledger.store;

import java.time.InstantSource;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Records one batch after another, and tells all who wait what became of their units.
 *
 * <p>Other processes may append to the same ledger: their commits and these can only take turns, since a stale head always
 * collides on the position.
 */
final class Recorder {

    private final Commits commits;
    private final Supplier<UUID> batchIds;
    private final AppendLimits limits;
    private final LongConsumer grown;
    private final PassingTime time;
    private final RecordingClock recordingClock;
    private final OutcomeResolver resolver;
    private @Nullable Head head;

    /** @param grown told how many entries the ledger holds, after each write */
    Recorder(
            Commits commits,
            InstantSource clock,
            Supplier<UUID> batchIds,
            AppendLimits limits,
            LongConsumer grown,
            PassingTime time) {
        this.commits = commits;
        this.batchIds = batchIds;
        this.limits = limits;
        this.grown = grown;
        this.time = time;
        this.recordingClock = new RecordingClock(clock, time, commits, limits.clockTolerance());
        this.resolver = new OutcomeResolver(commits, time);
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
