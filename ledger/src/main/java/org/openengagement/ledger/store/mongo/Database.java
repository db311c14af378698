package org.openengagement.ledger.store.mongo;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.MongoSecurityException;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.bson.Document;
import org.openengagement.ledger.store.LedgerUnavailableException;

/** How the ledger speaks with MongoDB: with the majority, through the primary, and never without end. */
public final class Database {

    /** How long one question or write may take, where the connection string does not say it with {@code timeoutMS}. */
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(10);

    /**
     * Answers that mean the same however often one asks: not allowed (13), not logged in (18), too large (10334, 17419); or that
     * a person has to do something first: a disk that takes nothing (39) or is full (14031).
     */
    private static final Set<Integer> FINAL_REFUSALS = Set.of(13, 18, 10334, 17419, 39, 14031);

    private final MongoDatabase database;

    public Database(MongoDatabase database) {
        this(database, told(database));
    }

    Database(MongoDatabase database, Duration answerWithin) {
        this.database = database.withReadConcern(ReadConcern.MAJORITY)
                .withReadPreference(ReadPreference.primary())
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true))
                .withTimeout(answerWithin.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static Duration told(MongoDatabase database) {
        Long milliseconds = database.getTimeout(TimeUnit.MILLISECONDS);
        return milliseconds == null ? ANSWER_WITHIN : Duration.ofMillis(milliseconds);
    }

    /** A collection that is spoken with like that. */
    public MongoCollection<Document> collection(String name) {
        return database.getCollection(name);
    }

    Document run(Document command) {
        return database.runCommand(command, ReadPreference.primary());
    }

    /** Whether an answer says that trying again will not help. */
    public static boolean refuses(MongoCommandException answer) {
        return FINAL_REFUSALS.contains(answer.getErrorCode());
    }

    /**
     * Asks the database.
     *
     * @throws LedgerUnavailableException if there is no answer
     */
    static <T> T ask(Supplier<T> question) {
        try {
            return question.get();
        } catch (MongoException unanswered) {
            throw new LedgerUnavailableException(toAnybody(unanswered), unanswered);
        }
    }

    /** The driver's own words name hosts and parts of the driver, and stand in the cause for whoever runs this. */
    private static String toAnybody(MongoException unanswered) {
        return switch (unanswered) {
            case MongoCommandException refused -> "The ledger's store refuses: " + refused.getErrorMessage();
            case MongoSecurityException stranger -> "The ledger's store does not let this process in.";
            default -> "The ledger's store does not answer. Try again shortly.";
        };
    }
}
