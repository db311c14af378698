package org.openengagement.ledger.store;

import static java.time.temporal.ChronoUnit.MILLIS;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.openengagement.ledger.store.Line.ProcessDied;
import org.openengagement.ledger.store.Wish.Attempt;

/** A process that records, with its clients; a new one takes its place when it dies. */
final class Writer {

    private static final int TIMES_A_WISH_IS_TRIED = 3;
    private static final int LOOKS_AT_THE_LEASE = 6;
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(3);

    private final Line line;
    private final World world;
    private final CommitsAndRequests commits;
    private final Supplier<WritingRight> rights;
    private final InstantSource clock;
    private final Supplier<UUID> batchIds;
    private final AppendLimits limits;
    private WritingRight right;
    private Recorder recorder;

    /** @param rights the right to write, of a process that starts */
    Writer(
            Line line,
            CommitsAndRequests commits,
            Supplier<WritingRight> rights,
            InstantSource clock,
            Supplier<UUID> batchIds,
            AppendLimits limits) {
        this.line = line;
        this.world = line.world();
        this.commits = commits;
        this.rights = rights;
        this.clock = clock;
        this.batchIds = batchIds;
        this.limits = limits;
        this.right = rights.get();
        this.recorder = recorder();
    }

    boolean mayWrite() {
        return right.writership().writer();
    }

    /** Has what came together recorded, and tries again, as its clients would, what can be tried again. */
    void carryOut(List<Wish> together) {
        List<Wish> open = new ArrayList<>(together);
        for (int time = 0; time < TIMES_A_WISH_IS_TRIED && !open.isEmpty(); time++) {
            waitForTheLease();
            open.removeIf(this::isRecordedAlready);
            record(open);
            open.removeIf(wish -> !isWorthAnotherTry(wish.attempts.getLast()));
        }
    }

    /** As the command side and its clients do: a request is repeated when nobody knows, or it ran into its claim. */
    private static boolean isWorthAnotherTry(Attempt attempt) {
        boolean unrecorded = attempt.reason() instanceof NotTheWriterException;
        boolean ofARequest = attempt.unit().request() != null
                && (attempt.isInDoubt() || attempt.reason() instanceof ClaimTakenException);
        return unrecorded || ofARequest;
    }

    /** Stands by until it may write, and no longer than another can be alive without writing. */
    private void waitForTheLease() {
        for (int look = 0; look < LOOKS_AT_THE_LEASE && right instanceof WritersLease lease; look++) {
            try {
                lease.turn();
            } catch (ProcessDied dead) {
                startAnew();
            }
            if (mayWrite()) {
                return;
            }
            world.pass(BETWEEN_LOOKS);
        }
    }

    private boolean isRecordedAlready(Wish wish) {
        Request request = wish.unit().request();
        if (request == null) {
            return false;
        }
        try {
            Optional<RecordedRequest> recorded = commits.request(request.claim());
            recorded.ifPresent(found -> wish.found.add(found.recorded()));
            return recorded.isPresent();
        } catch (LedgerUnavailableException unanswered) {
            return false;
        } catch (ProcessDied dead) {
            startAnew();
            return false;
        }
    }

    private void record(List<Wish> wishes) {
        WaitingRoom room = new WaitingRoom(limits);
        List<Unit> units = wishes.stream().map(Wish::unit).toList();
        List<WaitingUnit> waiting = units.stream()
                .map(unit -> new WaitingUnit(unit, clock.instant().truncatedTo(MILLIS), limits.patience(), world))
                .toList();
        waiting.forEach(room::enter);
        for (int left = waiting.size(); left > 0; ) {
            List<WaitingUnit> batch = room.nextBatch();
            left -= batch.size();
            recorder.record(new Batch(batch).withoutThoseWhoWaitedTooLong());
            if (line.died()) {
                startAnew();
            }
        }
        for (int index = 0; index < waiting.size(); index++) {
            wishes.get(index).attempts.add(attempt(units.get(index), waiting.get(index)));
        }
    }

    private Attempt attempt(Unit unit, WaitingUnit waiting) {
        try {
            Recorded recorded = waiting.await();
            world.tell(() -> "A client is told: at %d.".formatted(recorded.first()));
            return new Attempt(unit, recorded, null);
        } catch (RuntimeException reason) {
            world.tell(() -> "A client is told: %s".formatted(reason.getMessage()));
            return new Attempt(unit, null, reason);
        }
    }

    private void startAnew() {
        var unused = line.died();
        world.tell(() -> "A new process takes its place.");
        right = rights.get();
        recorder = recorder();
    }

    private Recorder recorder() {
        return new Recorder(commits, right, clock, batchIds, limits, world, entries -> {}, LedgerObserver.NOBODY);
    }
}
