package org.openengagement.ledger.store.mongo;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.descending;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bson.BsonMaximumSizeExceededException;
import org.bson.Document;
import org.openengagement.ledger.store.LedgerUnavailableException;
import org.openengagement.ledger.store.appending.Commit;
import org.openengagement.ledger.store.appending.Commits;
import org.openengagement.ledger.store.appending.Head;
import org.openengagement.ledger.store.appending.Insertion;

/** The commits as a collection of MongoDB. */
final class MongoCommits implements Commits {

    /** How many claims one question names: enough for a full batch, and no more than a server likes in one list. */
    private static final int CLAIMS_AT_ONCE = 500;

    private final Database database;
    private final MongoCollection<Document> commits;
    private final MongoCollection<Commit> whole;

    MongoCommits(Database database, MongoCollection<Document> commits) {
        this.database = database;
        this.commits = commits;
        this.whole = CommitCodec.commitsIn(commits);
    }

    @Override
    public Insertion insert(Commit commit) {
        try {
            whole.insertOne(commit);
            return new Insertion.Done();
        } catch (MongoWriteException refused) {
            return refused.getError().getCategory() == ErrorCategory.DUPLICATE_KEY
                    ? new Insertion.Duplicate()
                    : new Insertion.Refused(refused);
        } catch (BsonMaximumSizeExceededException tooLarge) {
            return new Insertion.Refused(tooLarge);
        } catch (MongoCommandException answered) {
            return Database.refuses(answered)
                    ? new Insertion.Refused(new LedgerUnavailableException(answered.getErrorMessage(), answered))
                    : new Insertion.Unknown(answered);
        } catch (MongoException lost) {
            return new Insertion.Unknown(lost);
        }
    }

    @Override
    public Head head() {
        Document last = Database.ask(() -> commits.find()
                .projection(include(CommitDocument.COUNT, CommitDocument.RECORDED_AT))
                .sort(descending(CommitDocument.FIRST))
                .limit(1)
                .first());
        return last == null ? Head.OF_AN_EMPTY_LEDGER : CommitDocument.head(last);
    }

    @Override
    public Optional<UUID> batchAt(long first) {
        return Optional.ofNullable(Database.ask(() -> commits.find(eq(CommitDocument.FIRST, first))
                        .projection(include(CommitDocument.BATCH))
                        .first()))
                .map(CommitDocument::batch);
    }

    @Override
    public List<Holder> holding(Collection<String> claims) {
        List<String> all = List.copyOf(claims);
        List<Holder> holders = new ArrayList<>();
        for (int from = 0; from < all.size(); from += CLAIMS_AT_ONCE) {
            List<String> some = all.subList(from, Math.min(from + CLAIMS_AT_ONCE, all.size()));
            Database.ask(() -> commits.find(in(CommitDocument.CLAIMS, some))
                            .projection(include(CommitDocument.BATCH, CommitDocument.CLAIMS))
                            .into(new ArrayList<>()))
                    .forEach(found ->
                            holders.add(new Holder(CommitDocument.batch(found), CommitDocument.claims(found))));
        }
        return holders;
    }

    @Override
    public Instant databaseTime() {
        return Database.ask(() -> database.run(new Document("hello", 1)))
                .getDate("localTime")
                .toInstant();
    }
}
