package org.openengagement.ledger.store.mongo;

import com.mongodb.MongoCommandException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import java.util.ArrayList;
import java.util.Set;
import org.bson.Document;
import org.openengagement.ledger.store.LedgerUnavailableException;

/** The unique index on what commits claim. Without it nothing would be unique, so nothing is done before it stands. */
final class ClaimsIndex {

    private static final int NOT_ALLOWED = 13;

    private static final Document KEY = new Document(CommitDocument.CLAIMS, 1);

    /** What the index may say of itself; any other word, such as a filter, would leave some claims out of it. */
    private static final Set<String> WORDS = Set.of("v", "ns", "key", "name", "unique");

    private ClaimsIndex() {}

    /**
     * Sees to it that the index stands. It is looked for first: in a deployment of least privilege an administrator made it,
     * because whoever may make an index may make one that lets commits expire.
     *
     * @throws LedgerUnavailableException if the database does not answer, or the index is missing and may not be made
     */
    static void ensure(MongoCollection<Document> commits) {
        Database.ask(() -> {
            try {
                return standsIn(commits) ? CommitDocument.CLAIMS : makeIn(commits);
            } catch (MongoCommandException refused) {
                if (refused.getErrorCode() != NOT_ALLOWED) {
                    throw refused;
                }
                throw new LedgerUnavailableException(
                        "The unique index on claims in %s cannot be found or made by the ledger's user of MongoDB. Make it, and"
                                        .formatted(commits.getNamespace())
                                + " give the user its role, as MongoDB's administrator: docker compose run --rm initiate, or by hand"
                                + " as docs/runbooks/replica-set.md says.",
                        refused);
            }
        });
    }

    private static boolean standsIn(MongoCollection<Document> commits) {
        return commits.listIndexes().into(new ArrayList<>()).stream().anyMatch(ClaimsIndex::is);
    }

    private static boolean is(Document index) {
        return index.get("key") instanceof Document key
                && key.keySet().equals(KEY.keySet())
                && key.get(CommitDocument.CLAIMS) instanceof Number
                && Boolean.TRUE.equals(index.get("unique"))
                && WORDS.containsAll(index.keySet());
    }

    private static String makeIn(MongoCollection<Document> commits) {
        return commits.createIndex(KEY, new IndexOptions().unique(true).name(CommitDocument.CLAIMS));
    }
}
