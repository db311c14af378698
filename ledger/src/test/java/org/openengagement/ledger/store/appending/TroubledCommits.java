package org.openengagement.ledger.store.appending;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.openengagement.ledger.store.LedgerUnavailableException;
import org.openengagement.ledger.store.RecordedRequest;

/** The commits at the end of a line on which things go wrong. */
public final class TroubledCommits implements CommitsAndRequests {

    private final Line line;
    private final CommitsInMemory replicaSet;
    private final CommitsAndRequests sound;
    private final List<Trouble> ofAWrite;
    private final List<Trouble> ofARead;

    private TroubledCommits(
            Line line,
            CommitsInMemory replicaSet,
            CommitsAndRequests sound,
            List<Trouble> ofAWrite,
            List<Trouble> ofARead) {
        this.line = line;
        this.replicaSet = replicaSet;
        this.sound = sound;
        this.ofAWrite = ofAWrite;
        this.ofARead = ofARead;
    }

    /** Commits that a replica set holds. */
    static CommitsAndRequests of(Line line, CommitsInMemory replicaSet) {
        return new TroubledCommits(line, replicaSet, replicaSet, Trouble.OF_AN_INSERT, Trouble.OF_A_READ);
    }

    /** Commits that a replica set holds, on a line where nothing goes wrong but that an answer may be lost. */
    static CommitsAndRequests almostSound(Line line, CommitsInMemory replicaSet) {
        return new TroubledCommits(
                line, replicaSet, replicaSet, Trouble.OF_A_WRITE.subList(0, 4), Trouble.OF_A_READ.subList(0, 1));
    }

    /** Commits that one process holds, which keeps nothing that it could take back and is never behind. */
    public static CommitsAndRequests ofOneNode(Line line, CommitsInMemory model, CommitsAndRequests node) {
        return new TroubledCommits(line, model, node, Trouble.OF_A_WRITE, Trouble.OF_A_QUESTION);
    }

    @Override
    public Insertion insert(Commit commit) {
        Trouble trouble = line.meet("inserts", ofAWrite);
        line.world().tell(() -> "  %s at %d, batch %s".formatted(commit.claims(), commit.first(), commit.batch()));
        return switch (trouble.kind()) {
            case LOST_ON_ITS_WAY -> lost();
            case ANSWER_LOST -> {
                var unused = sound.insert(commit);
                yield lost();
            }
            case REFUSED -> new Insertion.Refused(new IllegalStateException("The store will not have it."));
            case THE_PROCESS_DIES_AFTER -> {
                var unused = sound.insert(commit);
                throw line.death();
            }
            case ARRIVES_LATE -> {
                line.world().later(trouble.callsLater(), () -> sound.insert(commit));
                yield lost();
            }
            case ON_NO_MAJORITY_UNTIL_LATER -> onThePrimary(commit, trouble, replicaSet::reachAMajority);
            case ON_NO_MAJORITY_AND_ROLLED_BACK -> onThePrimary(commit, trouble, replicaSet::rollBack);
            default -> sound.insert(commit);
        };
    }

    private Insertion onThePrimary(Commit commit, Trouble trouble, Runnable settled) {
        Insertion insertion = replicaSet.writeOnThePrimary(commit);
        if (insertion instanceof Insertion.Done) {
            line.world().later(trouble.callsLater(), settled);
            return lost();
        }
        return insertion;
    }

    @Override
    public Head head() {
        return read("asks for the head", ofARead, CommitsAndRequests::head);
    }

    @Override
    public Optional<UUID> batchAt(long first) {
        return read("asks what stands at a position", ofARead, commits -> commits.batchAt(first));
    }

    @Override
    public List<Holder> holding(Collection<String> claims) {
        return read("asks who holds its claims", ofARead, commits -> commits.holding(claims));
    }

    @Override
    public Optional<RecordedRequest> request(String claim) {
        return read("asks for a request", ofARead, commits -> commits.request(claim));
    }

    @Override
    public Instant databaseTime() {
        return read(
                "asks for the time",
                ofARead.size() == 1 ? ofARead : Trouble.OF_A_QUESTION,
                CommitsAndRequests::databaseTime);
    }

    private <T> T read(String question, List<Trouble> troubles, Function<CommitsAndRequests, T> asking) {
        return switch (line.meet(question, troubles).kind()) {
            case LOST_ON_ITS_WAY -> throw new LedgerUnavailableException("The line is cut.", null);
            case ONE_COMMIT_BEHIND -> asking.apply(replicaSet.whenItHeld(Math.max(0, replicaSet.size() - 1)));
            case FAR_BEHIND -> asking.apply(replicaSet.whenItHeld(0));
            default -> asking.apply(sound);
        };
    }

    private static Insertion lost() {
        return new Insertion.Unknown(new IllegalStateException("The answer is lost."));
    }
}
