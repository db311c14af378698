package org.openengagement.ledger.store.appending;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openengagement.ledger.store.LedgerObserver;
import org.openengagement.ledger.store.LedgerUnavailableException;
import org.openengagement.ledger.store.waiting.MonotonicTime;
import org.openengagement.ledger.store.waiting.Pause;

/**
 * Writes a commit until it is known what became of it.
 *
 * <p>An answer can be lost while the write goes on, even after it was repeated. So the very same commit is written again at
 * the very same position, where it can stand only once; and another one is never tried while this one could still come to
 * stand. What a duplicate key means is read at majority: a commit that only the primary has seen may be rolled back.
 */
final class OutcomeResolver {

    private final Commits commits;
    private final MonotonicTime time;
    private final LedgerObserver observer;

    OutcomeResolver(Commits commits, MonotonicTime time, LedgerObserver observer) {
        this.commits = commits;
        this.time = time;
        this.observer = observer;
    }

    /** Writes the commit; gives up, in doubt, once the patience is over. */
    CommitOutcome settle(Commit commit, BooleanSupplier patienceIsOver) {
        Pause pause = new Pause(time);
        boolean mayStand = false;
        @Nullable RuntimeException cause = null;
        while (true) {
            switch (commits.insert(commit)) {
                case Insertion.Done done -> {
                    return new CommitOutcome.Stands();
                }
                case Insertion.Refused refused -> {
                    if (!mayStand) {
                        return new CommitOutcome.Refused(refused.cause());
                    }
                    cause = refused.cause();
                }
                case Insertion.Unknown unknown -> {
                    mayStand = true;
                    observer.answerLost();
                    cause = unknown.cause();
                }
                case Insertion.Duplicate duplicate -> {
                    mayStand = true;
                    try {
                        Optional<CommitOutcome> known = whoWasFirst(commit);
                        if (known.isPresent()) {
                            return known.get();
                        }
                    } catch (LedgerUnavailableException unanswered) {
                        cause = unanswered;
                    }
                }
            }
            if (patienceIsOver.getAsBoolean()) {
                return new CommitOutcome.InDoubt(cause);
            }
            pause.take();
        }
    }

    /** Empty while no majority holds what the commit ran into. */
    private Optional<CommitOutcome> whoWasFirst(Commit commit) {
        Optional<CommitOutcome> byPosition = commits.batchAt(commit.first())
                .map(batch ->
                        batch.equals(commit.batch()) ? new CommitOutcome.Stands() : new CommitOutcome.PositionTaken());
        return byPosition.isPresent() ? byPosition : byClaims(commit);
    }

    /** This commit itself may have reached a majority since its position was looked at, and then holds its own claims. */
    private Optional<CommitOutcome> byClaims(Commit commit) {
        List<Commits.Holder> holders = commits.holding(commit.claims());
        if (holders.stream().anyMatch(holder -> holder.batch().equals(commit.batch()))) {
            return Optional.of(new CommitOutcome.Stands());
        }
        Set<String> taken = new HashSet<>(commit.claims());
        taken.retainAll(
                holders.stream().flatMap(holder -> holder.claims().stream()).collect(Collectors.toSet()));
        return taken.isEmpty() ? Optional.empty() : Optional.of(new CommitOutcome.ClaimsTaken(taken));
    }
}
