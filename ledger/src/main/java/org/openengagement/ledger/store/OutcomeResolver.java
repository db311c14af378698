package org.openengagement.ledger.store;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes a commit until it is known what became of it.
 *
 * <p>An answer can be lost while the write goes on, even after it was repeated. So the very same commit is written again at
 * the very same position, where it can stand only once; and another one is never tried while this one could still come to
 * stand. What a duplicate key means is read at majority: a commit that only the primary has seen may be rolled back.
 */
final class OutcomeResolver {

    private final Commits commits;
    private final PassingTime time;
    private final LedgerObserver observer;

    OutcomeResolver(Commits commits, PassingTime time, LedgerObserver observer) {
        this.commits = commits;
        this.time = time;
        this.observer = observer;
    }

    /** Writes the commit; gives up, in doubt, once the patience is over. */
    Outcome settle(Commit commit, BooleanSupplier patienceIsOver) {
        Pause pause = new Pause(time);
        boolean mayStand = false;
        @Nullable RuntimeException cause = null;
        while (true) {
            switch (commits.insert(commit)) {
                case Insertion.Done done -> {
                    return new Outcome.Stands();
                }
                case Insertion.Refused refused -> {
                    if (!mayStand) {
                        return new Outcome.Refused(refused.cause());
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
                        Optional<Outcome> known = whoWasFirst(commit);
                        if (known.isPresent()) {
                            return known.get();
                        }
                    } catch (LedgerUnavailableException unanswered) {
                        cause = unanswered;
                    }
                }
            }
            if (patienceIsOver.getAsBoolean()) {
                return new Outcome.InDoubt(cause);
            }
            pause.take();
        }
    }

    /** Empty while no majority holds what the commit ran into. */
    private Optional<Outcome> whoWasFirst(Commit commit) {
        Optional<Outcome> byPosition = commits.batchAt(commit.first())
                .map(batch -> batch.equals(commit.batch()) ? new Outcome.Stands() : new Outcome.PositionTaken());
        return byPosition.isPresent() ? byPosition : byClaims(commit);
    }

    /** This commit itself may have reached a majority since its position was looked at, and then holds its own claims. */
    private Optional<Outcome> byClaims(Commit commit) {
        List<Commits.Holder> holders = commits.holding(commit.claims());
        if (holders.stream().anyMatch(holder -> holder.batch().equals(commit.batch()))) {
            return Optional.of(new Outcome.Stands());
        }
        Set<String> taken = new HashSet<>(commit.claims());
        taken.retainAll(
                holders.stream().flatMap(holder -> holder.claims().stream()).collect(Collectors.toSet()));
        return taken.isEmpty() ? Optional.empty() : Optional.of(new Outcome.ClaimsTaken(taken));
    }
}
