package org.openengagement.ledger.store.appending;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openengagement.ledger.disclosure.DisclosureReader;
import org.openengagement.ledger.store.ClaimTakenException;
import org.openengagement.ledger.store.PendingEntry;
import org.openengagement.ledger.store.Recorded;
import org.openengagement.ledger.store.Request;
import org.openengagement.ledger.store.StoredEntry;
import org.openengagement.ledger.store.Texts;
import org.openengagement.ledger.store.Unit;
import org.openengagement.ledger.store.appending.Commit.CommittedRequest;
import org.openengagement.ledger.store.appending.Wish.Attempt;
import org.openengagement.transparency.Hash;

/** Whether what stands in the end is what clients were told, and what the ledger promises. */
final class Verdict {

    private final CommitsInMemory replicaSet;
    private final List<Commit> standing;
    private final List<Wish> wishes;
    private final Map<UUID, StoredEntry> entries = new HashMap<>();

    private Verdict(CommitsInMemory replicaSet, List<Wish> wishes) {
        this.replicaSet = replicaSet;
        this.standing = replicaSet.standing();
        this.wishes = wishes;
    }

    static Verdict of(CommitsInMemory replicaSet, List<Wish> wishes) {
        return new Verdict(replicaSet, wishes);
    }

    /** @throws AssertionError that says which promise was broken */
    void pass() {
        positionsHaveNoGap();
        noEventAndNoClaimStandsTwice();
        timeNeverGoesBack();
        for (Wish wish : wishes) {
            for (Attempt attempt : wish.attempts) {
                check(attempt);
            }
        }
        everyRequestStandsOnce();
    }

    /** @throws AssertionError also if one of the wishes came to nothing */
    void passEach() {
        pass();
        for (Wish wish : wishes) {
            Attempt last = wish.attempts.getLast();
            check(last.recorded() != null, "It does not go on: %s", last.reason());
        }
    }

    /** @throws AssertionError if an entry stands whose text nobody keeps */
    void hasEveryText(DisclosureReader texts) {
        for (Commit commit : standing) {
            for (StoredEntry entry : commit.entries()) {
                check(
                        Texts.of(entry.id())
                                .equals(texts.of(List.of(entry.id())).get(entry.id())),
                        "Entry %d stands, and its text was never kept.",
                        entry.position());
            }
        }
    }

    /** @throws AssertionError if anything is recorded at a later instant */
    void isOfNoLaterThan(Instant latest) {
        for (Commit commit : standing) {
            check(!commit.recordedAt().isAfter(latest), "It is recorded at %s, after %s.", commit.recordedAt(), latest);
        }
    }

    private void positionsHaveNoGap() {
        long next = 0;
        for (Commit commit : standing) {
            check(commit.first() == next, "A commit stands at %d instead of %d.", commit.first(), next);
            for (StoredEntry entry : commit.entries()) {
                check(entry.position() == next, "An entry says %d at position %d.", entry.position(), next);
                next++;
            }
        }
    }

    private void noEventAndNoClaimStandsTwice() {
        Set<String> claims = new HashSet<>();
        for (Commit commit : standing) {
            for (String claim : commit.claims()) {
                check(claims.add(claim), "%s is claimed twice.", claim);
            }
            for (StoredEntry entry : commit.entries()) {
                check(entries.put(entry.id(), entry) == null, "Event %s stands twice.", entry.id());
                check(
                        commit.claims().contains(StreamPlace.claim(entry)),
                        "Nothing claims the place of entry %d.",
                        entry.position());
            }
        }
    }

    private void timeNeverGoesBack() {
        Instant last = Instant.EPOCH;
        for (Commit commit : standing) {
            check(!commit.recordedAt().isBefore(last), "%s was recorded after %s.", commit.recordedAt(), last);
            last = commit.recordedAt();
            for (StoredEntry entry : commit.entries()) {
                check(
                        entry.recordedAt().equals(last)
                                && entry.entry().toString().contains("\"" + last + "\""),
                        "Entry %d says another instant than its commit, %s: %s",
                        entry.position(),
                        last,
                        entry.entry());
                check(
                        entry.leafHash().equals(Hash.ofLeaf(entry.entry().toByteArray())),
                        "Entry %d has another's hash.",
                        entry.position());
            }
        }
    }

    private void check(Attempt attempt) {
        List<StoredEntry> stands = attempt.unit().entries().stream()
                .map(PendingEntry::id)
                .filter(entries::containsKey)
                .map(entries::get)
                .toList();
        check(
                stands.isEmpty() || stands.size() == attempt.unit().entries().size(),
                "Half of a unit stands: %s",
                attempt);
        Recorded recorded = attempt.recorded();
        if (recorded != null) {
            check(!stands.isEmpty(), "What was acknowledged is lost: %s", attempt);
            check(recorded.count() == stands.size(), "It was told another count: %s", attempt);
            isWhereItWasTold(attempt.unit(), stands, recorded);
        } else if (!attempt.isInDoubt()) {
            check(stands.isEmpty(), "What was refused stands: %s", attempt);
        }
        check(
                !String.valueOf(attempt.reason()).contains("another disclosure"),
                "It was refused for a text that nobody else has: %s",
                attempt);
        if (attempt.reason() instanceof ClaimTakenException taken) {
            check(
                    replicaSet.claims().taken(List.of(taken.claim())).containsKey(taken.claim()),
                    "It was refused for a claim that nobody has: %s",
                    attempt);
        }
    }

    private void isWhereItWasTold(Unit unit, List<StoredEntry> stands, Recorded recorded) {
        Map<String, Long> places = new HashMap<>();
        unit.claims().forEach(claim -> places.put(claim, recorded.first()));
        for (int index = 0; index < stands.size(); index++) {
            StoredEntry entry = stands.get(index);
            check(
                    entry.position() == recorded.first() + index,
                    "Told to stand at %d, it stands at %d.",
                    recorded.first() + index,
                    entry.position());
            check(
                    entry.recordedAt().equals(recorded.recordedAt()),
                    "Told to be recorded at %s, it was at %s.",
                    recorded.recordedAt(),
                    entry.recordedAt());
            check(
                    entry.lastOfUnit() == recorded.last(),
                    "Its unit was told to end at %d, it says %d.",
                    recorded.last(),
                    entry.lastOfUnit());
            places.put(StreamPlace.claim(entry), entry.position());
        }
        assertThat(replicaSet.claims().taken(places.keySet()))
                .as("where its claims lead")
                .isEqualTo(places);
    }

    private void everyRequestStandsOnce() {
        Map<String, Recorded> requests = new HashMap<>();
        for (Commit commit : standing) {
            for (CommittedRequest committed : commit.requests()) {
                Recorded where = new Recorded(committed.first(), committed.count(), commit.recordedAt());
                check(
                        requests.put(committed.request().claim(), where) == null,
                        "The request %s stands twice.",
                        committed.request().claim());
            }
        }
        for (Wish wish : wishes) {
            Request request = wish.unit().request();
            if (request != null) {
                Recorded where = requests.get(request.claim());
                wish.found.forEach(found ->
                        check(found.equals(where), "A repeat was told %s, but it stands at %s.", found, where));
                wish.attempts.forEach(attempt -> check(
                        attempt.recorded() == null || attempt.recorded().equals(where),
                        "It was told %s, but its request stands at %s.",
                        attempt.recorded(),
                        where));
                check(wish.isSettled(), "After all repeats nobody knows what became of it: %s", wish.attempts);
            }
        }
    }

    @SuppressWarnings("AnnotateFormatMethod") // that annotation is of a library that is not here
    private static void check(boolean holds, String otherwise, @Nullable Object... arguments) {
        if (!holds) {
            throw new AssertionError(otherwise.formatted(arguments));
        }
    }
}
