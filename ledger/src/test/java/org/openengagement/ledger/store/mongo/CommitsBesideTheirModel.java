package org.openengagement.ledger.store.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.openengagement.ledger.store.RecordedRequest;
import org.openengagement.ledger.store.appending.Commit;
import org.openengagement.ledger.store.appending.Commits;
import org.openengagement.ledger.store.appending.CommitsAndRequests;
import org.openengagement.ledger.store.appending.CommitsInMemory;
import org.openengagement.ledger.store.appending.Head;
import org.openengagement.ledger.store.appending.Insertion;

/** Commits that a real store and its model hold alike: whatever is asked of both, they must answer the same. */
final class CommitsBesideTheirModel implements CommitsAndRequests {

    private final CommitsInMemory model;
    private final Commits real;
    private final ClaimReader realRequests;

    CommitsBesideTheirModel(CommitsInMemory model, Commits real, ClaimReader realRequests) {
        this.model = model;
        this.real = real;
        this.realRequests = realRequests;
    }

    @Override
    public Insertion insert(Commit commit) {
        Insertion answer = real.insert(commit);
        assertThat(answer).as("%s at %d", commit.claims(), commit.first()).hasSameClassAs(model.insert(commit));
        return answer;
    }

    @Override
    public Head head() {
        Head answer = real.head();
        assertThat(answer).isEqualTo(model.head());
        return answer;
    }

    @Override
    public Optional<UUID> batchAt(long first) {
        Optional<UUID> answer = real.batchAt(first);
        assertThat(answer).isEqualTo(model.batchAt(first));
        return answer;
    }

    @Override
    public List<Holder> holding(Collection<String> claims) {
        List<Holder> answer = real.holding(claims);
        assertThat(answer).containsExactlyInAnyOrderElementsOf(model.holding(claims));
        return answer;
    }

    @Override
    public Optional<RecordedRequest> request(String claim) {
        Optional<RecordedRequest> answer = realRequests.request(claim);
        assertThat(answer).isEqualTo(model.request(claim));
        return answer;
    }

    /** The model's: a real store lives in another time. */
    @Override
    public Instant databaseTime() {
        return model.databaseTime();
    }
}
