package org.openengagement.ledger.store.appending;

import static java.util.Comparator.comparingLong;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.openengagement.ledger.store.RecordedRequest;
import org.openengagement.ledger.store.mongo.ClaimReader;

/**
 * The collection of commits as a replica set keeps it, in memory: what the primary holds, in the order it was written, and how
 * much of that a majority holds. Its indexes are MongoDB's: {@code _id} is unique, and so is each of the claims, which is not
 * checked inside one document; an array without any counts as one claim that is the same for all. They see what the primary
 * holds; reads see what a majority holds.
 */
public final class CommitsInMemory implements CommitsAndRequests {

    private static final Set<String> NOTHING = Set.of("(no claim)");

    private final InstantSource databaseClock;
    private final List<Written> written = new ArrayList<>();
    private int onAMajority;

    public CommitsInMemory(InstantSource databaseClock) {
        this.databaseClock = databaseClock;
    }

    @Override
    public Insertion insert(Commit commit) {
        Insertion insertion = writeOnThePrimary(commit);
        if (insertion instanceof Insertion.Done) {
            reachAMajority();
        }
        return insertion;
    }

    /** Writes what no majority holds yet. */
    Insertion writeOnThePrimary(Commit commit) {
        Set<String> keys = commit.claims().isEmpty() ? NOTHING : Set.copyOf(commit.claims());
        for (Written other : written) {
            if (other.commit.first() == commit.first() || !Collections.disjoint(other.keys, keys)) {
                return new Insertion.Duplicate();
            }
        }
        written.add(new Written(commit, keys));
        return new Insertion.Done();
    }

    /** A majority holds all that the primary holds. */
    void reachAMajority() {
        onAMajority = written.size();
    }

    /** The primary is another now, which holds no more than a majority does. */
    void rollBack() {
        written.subList(onAMajority, written.size()).clear();
    }

    /** What a majority holds, by position. */
    List<Commit> standing() {
        return standing(onAMajority);
    }

    /** How many commits a majority holds. */
    int size() {
        return onAMajority;
    }

    /** What a majority held when it held only so many commits; what is written goes on top of all. */
    CommitsAndRequests whenItHeld(int commits) {
        return new CommitsAndRequests() {

            @Override
            public Insertion insert(Commit commit) {
                return CommitsInMemory.this.insert(commit);
            }

            @Override
            public Head head() {
                List<Commit> standing = standing(commits);
                return standing.isEmpty()
                        ? Head.OF_AN_EMPTY_LEDGER
                        : standing.getLast().head();
            }

            @Override
            public Optional<UUID> batchAt(long first) {
                return standing(commits).stream()
                        .filter(commit -> commit.first() == first)
                        .map(Commit::batch)
                        .findFirst();
            }

            @Override
            public List<Holder> holding(Collection<String> claims) {
                return standing(commits).stream()
                        .filter(commit -> !Collections.disjoint(commit.claims(), claims))
                        .map(commit -> new Holder(commit.batch(), commit.claims()))
                        .toList();
            }

            @Override
            public Instant databaseTime() {
                return databaseClock.instant();
            }

            @Override
            public Optional<RecordedRequest> request(String claim) {
                return claims(commits).request(claim);
            }
        };
    }

    @Override
    public Head head() {
        return whenItHeld(onAMajority).head();
    }

    @Override
    public Optional<UUID> batchAt(long first) {
        return whenItHeld(onAMajority).batchAt(first);
    }

    @Override
    public List<Holder> holding(Collection<String> claims) {
        return whenItHeld(onAMajority).holding(claims);
    }

    @Override
    public Instant databaseTime() {
        return databaseClock.instant();
    }

    @Override
    public Optional<RecordedRequest> request(String claim) {
        return whenItHeld(onAMajority).request(claim);
    }

    /** Finds out who took a claim, in what a majority holds. */
    ClaimReader claims() {
        return claims(onAMajority);
    }

    private ClaimReader claims(int commits) {
        return new ClaimReader(claims -> standing(commits).stream()
                .filter(commit -> !Collections.disjoint(commit.claims(), claims))
                .toList());
    }

    private List<Commit> standing(int commits) {
        return written.subList(0, commits).stream()
                .map(Written::commit)
                .sorted(comparingLong(Commit::first))
                .toList();
    }

    private record Written(Commit commit, Set<String> keys) {}
}
