package org.openengagement.ledger.store.mongo;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.openengagement.ledger.store.LedgerReader;
import org.openengagement.ledger.store.Recorded;
import org.openengagement.ledger.store.RecordedRequest;
import org.openengagement.ledger.store.StoredEntry;
import org.openengagement.ledger.store.appending.Commit;
import org.openengagement.ledger.store.appending.Commit.CommittedRequest;
import org.openengagement.ledger.store.appending.StreamPlace;

/** Finds out who took a claim. */
public final class ClaimReader {

    private static final int CLAIMS_AT_ONCE = 100;

    private final Function<Collection<String>, List<Commit>> holding;

    /** @param holding the commits that hold any of some claims */
    public ClaimReader(Function<Collection<String>, List<Commit>> holding) {
        this.holding = holding;
    }

    /** See {@link LedgerReader#taken}. */
    public Map<String, Long> taken(Collection<String> claims) {
        List<String> all = List.copyOf(new HashSet<>(claims));
        Map<String, Long> taken = new HashMap<>();
        for (int from = 0; from < all.size(); from += CLAIMS_AT_ONCE) {
            Set<String> some = Set.copyOf(all.subList(from, Math.min(from + CLAIMS_AT_ONCE, all.size())));
            holding.apply(some).forEach(commit -> find(some, commit, taken));
        }
        return Map.copyOf(taken);
    }

    /** See {@link LedgerReader#request}. */
    public Optional<RecordedRequest> request(String claim) {
        for (Commit commit : holding.apply(List.of(claim))) {
            for (CommittedRequest committed : commit.requests()) {
                if (committed.request().claim().equals(claim)) {
                    return Optional.of(new RecordedRequest(
                            committed.request(),
                            new Recorded(committed.first(), committed.count(), commit.recordedAt())));
                }
            }
        }
        return Optional.empty();
    }

    /** The claims of a unit stand behind the place of its first entry; see {@link Commit}. */
    private static void find(Set<String> wanted, Commit commit, Map<String, Long> taken) {
        Map<String, Long> places = new HashMap<>();
        for (StoredEntry entry : commit.entries()) {
            places.put(StreamPlace.claim(entry), entry.position());
        }
        long position = commit.first();
        for (String claim : commit.claims()) {
            position = places.getOrDefault(claim, position);
            if (wanted.contains(claim)) {
                taken.put(claim, position);
            }
        }
    }
}
