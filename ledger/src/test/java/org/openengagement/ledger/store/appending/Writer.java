package org.openengagement.ledger.store.appending;

import static java.time.temporal.ChronoUnit.MILLIS;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.openengagement.ledger.disclosure.TroubledDisclosures;
import org.openengagement.ledger.store.ClaimTakenException;
import org.openengagement.ledger.store.LedgerObserver;
import org.openengagement.ledger.store.LedgerUnavailableException;
import org.openengagement.ledger.store.NotTheWriterException;
import org.openengagement.ledger.store.Recorded;
import org.openengagement.ledger.store.RecordedRequest;
import org.openengagement.ledger.store.Request;
import org.openengagement.ledger.store.Texts;
import org.openengagement.ledger.store.Unit;
import org.openengagement.ledger.store.appending.Line.ProcessDied;
import org.openengagement.ledger.store.appending.Wish.Attempt;
import org.openengagement.ledger.store.lease.WritersLease;
import org.openengagement.ledger.store.lease.WritingRight;
import org.openengagement.ledger.store.waiting.GroupCommitDelay;

/** A process that records, with its clients; a new one takes its place when it dies. */
final class Writer {

    private static final int TIMES_A_WISH_IS_TRIED = 3;
    private static final int LOOKS_AT_THE_LEASE = 6;
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(3);
    private static final Duration BETWEEN_WISHES = Duration.ofSeconds(2);

    private final Line line;
    private final World world;
    private final CommitsAndRequests commits;
    private final @Nullable TroubledDisclosures texts;
    private final Supplier<WritingRight> rights;
    private final InstantSource clock;
    private final Supplier<UUID> batchIds;
    private final AppendLimits limits;
    private WritingRight right;
    private Recorder recorder;

    /**
     * @param texts where the texts of entries are kept; {@code null}: they have none
     * @param rights the right to write, of a process that starts
     */
    Writer(
            Line line,
            CommitsAndRequests commits,
            @Nullable TroubledDisclosures texts,
            Supplier<WritingRight> rights,
            InstantSource clock,
            Supplier<UUID> batchIds,
            AppendLimits limits) {
        this.line = line;
        this.world = line.world();
        this.commits = commits;
        this.texts = texts;
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
    void waitForTheLease() {
        for (int look = 0; look < LOOKS_AT_THE_LEASE && right instanceof WritersLease; look++) {
            lookAfterTheLease();
            if (mayWrite()) {
                return;
            }
            rest(BETWEEN_LOOKS);
        }
    }

    /** Beats, or looks whether the lease can be had, once. */
    void lookAfterTheLease() {
        if (right instanceof WritersLease lease) {
            try {
                lease.turn();
            } catch (ProcessDied dead) {
                startAnew();
            }
        }
    }

    /** Has nothing to do for a while, in which the others go on. */
    void rest() {
        rest(BETWEEN_WISHES);
    }

    private void rest(Duration some) {
        world.pass(some);
        if (!world.isCalm()) {
            world.turns.letOthersGoFirst();
        }
    }

    /** Ends as one that is shut down does, and starts anew. */
    void handOver() {
        try {
            right.close();
        } catch (ProcessDied dead) {
            world.tell(() -> "It dies while it hands over.");
        }
        startAnew();
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
        AppendQueue room = new AppendQueue(limits);
        List<Unit> units = wishes.stream().map(Wish::unit).toList();
        List<Optional<RuntimeException>> unkept = keepTexts(units);
        List<WaitingUnit> waiting = units.stream()
                .map(unit -> new WaitingUnit(unit, clock.instant().truncatedTo(MILLIS), limits.patience(), world))
                .toList();
        int entered = 0;
        for (int index = 0; index < waiting.size(); index++) {
            if (unkept.get(index).isPresent()) {
                waiting.get(index).fail(unkept.get(index).get());
            } else {
                room.enter(waiting.get(index));
                entered++;
            }
        }
        for (int left = entered; left > 0; ) {
            List<WaitingUnit> batch = room.nextBatch(GroupCommitDelay.NONE);
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

    /** For each unit: why its texts are not kept; empty where they are. A process that dies records none of them. */
    private List<Optional<RuntimeException>> keepTexts(List<Unit> units) {
        List<Optional<RuntimeException>> unkept = texts == null
                ? Collections.nCopies(units.size(), Optional.empty())
                : texts.keep(units.stream().map(Texts::of).toList());
        if (line.died()) {
            startAnew();
            return Collections.nCopies(
                    units.size(), Optional.of(new LedgerUnavailableException("The process died.", null)));
        }
        return unkept;
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

    /** The process is dead: another takes its place, which knows nothing of it. */
    void startAnew() {
        var unused = line.died();
        world.tell(() -> "A new process takes its place.");
        right = rights.get();
        recorder = recorder();
    }

    private Recorder recorder() {
        return new Recorder(commits, right, clock, batchIds, limits, world, entries -> {}, LedgerObserver.NOBODY);
    }
}
