package org.openengagement.ledger.disclosure;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.openengagement.ledger.entry.Disclosure;
import org.openengagement.ledger.store.LedgerUnavailableException;
import org.openengagement.ledger.store.appending.Line;
import org.openengagement.ledger.store.appending.Trouble;

/** The disclosures at the end of a line on which things go wrong, and how a process keeps them. */
public final class TroubledDisclosures implements KeptDisclosures {

    private final Line line;
    private final DisclosuresInMemory replicaSet;
    private final Duration patience;

    /** @param patience how long the process tries */
    public TroubledDisclosures(Line line, DisclosuresInMemory replicaSet, Duration patience) {
        this.line = line;
        this.replicaSet = replicaSet;
        this.patience = patience;
    }

    /** Keeps what several commands want kept together. For each: why it is not kept; empty where it is. */
    public List<Optional<RuntimeException>> keep(List<List<Disclosure>> ofCommands) {
        List<WaitingDisclosures> together = ofCommands.stream()
                .map(own -> new WaitingDisclosures(own, patience, line.world()))
                .toList();
        new Keeper(this, line.world()).keep(together);
        return together.stream().map(TroubledDisclosures::trouble).toList();
    }

    @Override
    public Addition add(List<Disclosure> disclosures) {
        Trouble trouble = line.meet("keeps texts", Trouble.OF_AN_INSERT);
        return switch (trouble.kind()) {
            case LOST_ON_ITS_WAY -> lost();
            case ANSWER_LOST -> {
                var unused = replicaSet.add(disclosures);
                yield lost();
            }
            case REFUSED -> new Addition.Refused(new IllegalStateException("The store will not have it."));
            case THE_PROCESS_DIES_AFTER -> {
                var unused = replicaSet.add(disclosures);
                throw line.death();
            }
            case ARRIVES_LATE -> {
                line.world().later(trouble.callsLater(), () -> replicaSet.add(disclosures));
                yield lost();
            }
            case ON_NO_MAJORITY_UNTIL_LATER -> onThePrimary(disclosures, trouble, replicaSet::reachAMajority);
            case ON_NO_MAJORITY_AND_ROLLED_BACK -> onThePrimary(disclosures, trouble, replicaSet::rollBack);
            default -> replicaSet.add(disclosures);
        };
    }

    @Override
    public Map<UUID, Disclosure> of(Collection<UUID> events) {
        return switch (line.meet("reads texts", Trouble.OF_A_READ).kind()) {
            case LOST_ON_ITS_WAY -> throw new LedgerUnavailableException("The line is cut.", null);
            case ONE_COMMIT_BEHIND ->
                replicaSet.whenItHeld(Math.max(0, replicaSet.size() - 1)).of(events);
            case FAR_BEHIND -> replicaSet.whenItHeld(0).of(events);
            default -> replicaSet.of(events);
        };
    }

    /** Where all were there before, nothing is written, and the answer says so: whether a majority holds them or not. */
    private Addition onThePrimary(List<Disclosure> disclosures, Trouble trouble, Runnable settled) {
        Set<UUID> thereBefore = replicaSet.writeOnThePrimary(disclosures);
        if (thereBefore.size() == disclosures.size()) {
            return new Addition.Done(thereBefore);
        }
        line.world().later(trouble.callsLater(), settled);
        return lost();
    }

    private static Optional<RuntimeException> trouble(WaitingDisclosures own) {
        try {
            own.await();
            return Optional.empty();
        } catch (RuntimeException reason) {
            return Optional.of(reason);
        }
    }

    private static Addition lost() {
        return new Addition.Unknown(new LedgerUnavailableException("The answer is lost.", null));
    }
}
