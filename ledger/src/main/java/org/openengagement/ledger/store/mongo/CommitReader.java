package org.openengagement.ledger.store.mongo;

import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoCursor;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.bson.Document;
import org.openengagement.ledger.store.appending.Commit;
import org.openengagement.ledger.store.mongo.CausalReads.Finding;

/** Finds commits by position and by claim. */
final class CommitReader {

    private static final int DOCUMENTS_AT_ONCE = 64;

    private final MongoCollection<Commit> commits;
    private final MongoCollection<Document> outlines;
    private final CausalReads reads;

    /** As seen last: a guess, which may be wrong. */
    private volatile int entriesACommit = 1;

    CommitReader(MongoCollection<Document> commits, CausalReads reads) {
        this.commits = CommitCodec.commitsIn(commits);
        this.outlines = commits;
        this.reads = reads;
    }

    private <T> T ask(Function<Finding, T> question) {
        return Database.ask(() -> reads.ask(question));
    }

    /**
     * Hands out, in order, the commit that holds a position and those behind it, until one is enough.
     *
     * @param entries how many entries are wanted; no more commits are asked for at once than should hold them, judging by
     *     those seen before
     * @param wantsMore asked after each
     */
    void from(long position, int entries, Predicate<Commit> wantsMore) {
        ask(finding -> {
            long next = position;
            boolean more = true;
            while (more && next < position + entries) {
                int atOnce = commitsThatHold(position + entries - next);
                List<Commit> found = startingFrom(finding, next, atOnce);
                if (next == position && (found.isEmpty() || found.getFirst().first() > position)) {
                    more = around(finding, position).map(wantsMore::test).orElse(true);
                }
                for (Commit commit : more ? found : List.<Commit>of()) {
                    more = more && wantsMore.test(commit);
                    next = commit.head().next();
                }
                more = more && found.size() == atOnce;
            }
            return more;
        });
    }

    private int commitsThatHold(long entries) {
        return (int) Math.min(DOCUMENTS_AT_ONCE, Math.ceilDiv(entries, entriesACommit));
    }

    private List<Commit> startingFrom(Finding finding, long position, int atMost) {
        List<Commit> found = finding.in(commits, gte(CommitDocument.FIRST, position))
                .sort(ascending(CommitDocument.FIRST))
                .limit(atMost)
                .into(new ArrayList<>());
        if (!found.isEmpty()) {
            entriesACommit = found.getLast().entries().size();
        }
        return found;
    }

    /** The commit that holds a position somewhere behind its first. */
    private Optional<Commit> around(Finding finding, long position) {
        return Optional.ofNullable(finding.in(commits, lte(CommitDocument.FIRST, position))
                        .sort(descending(CommitDocument.FIRST))
                        .limit(1)
                        .first())
                .filter(commit -> commit.head().next() > position);
    }

    /** Where the ledger ended when the commit that holds a position had been recorded; needs no entries for that. */
    Optional<Document> outlineAround(long position) {
        return ask(finding -> Optional.ofNullable(finding.in(outlines, lte(CommitDocument.FIRST, position))
                .projection(include(CommitDocument.COUNT, CommitDocument.RECORDED_AT))
                .sort(descending(CommitDocument.FIRST))
                .limit(1)
                .first()));
    }

    /** The commits that hold any of these claims, each once, by position. */
    List<Commit> holding(Collection<String> claims) {
        TreeMap<Long, Commit> found = new TreeMap<>(Comparator.naturalOrder());
        ask(finding -> {
            try (MongoCursor<Commit> cursor = finding.in(commits, in(CommitDocument.CLAIMS, claims))
                    .batchSize(DOCUMENTS_AT_ONCE)
                    .cursor()) {
                cursor.forEachRemaining(commit -> found.put(commit.first(), commit));
                return found;
            }
        });
        return List.copyOf(found.values());
    }
}
