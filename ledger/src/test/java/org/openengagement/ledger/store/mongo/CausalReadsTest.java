package org.openengagement.ledger.store.mongo;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import com.mongodb.event.CommandSucceededEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.bson.BsonDocument;
import org.bson.BsonTimestamp;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.openengagement.ledger.store.EmbeddedDatabase;
import org.openengagement.ledger.store.ReplicaSet;

/** What a read names to the servers, so that none of them answers from before what was read already. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CausalReadsTest {

    @Test
    void each_read_waits_for_the_moment_that_the_one_before_it_was_of_whichever_collection_and_thread()
            throws Exception {
        Overheard overheard = new Overheard();
        try (MongoClient client = overheard.listeningTo(ReplicaSet.connectionStringOrSkip())) {
            String name = "causal-" + UUID.randomUUID();
            Database database = new Database(client.getDatabase(name));
            MongoCollection<Document> entries = database.collection("entries");
            MongoCollection<Document> texts = database.collection("texts");
            CausalReads reads = CausalReads.through(client);

            for (int each = 0; each < 5; each++) {
                entries.insertOne(new Document("_id", each));
                assertThat(found(reads, entries, each)).isTrue();
                Thread another = Thread.ofVirtual().start(() -> found(reads, texts, 0));
                another.join();
            }

            assertThat(overheard.finds).hasSize(10);
            for (int read = 1; read < overheard.finds.size(); read++) {
                assertThat(overheard.finds.get(read).after())
                        .as("the moment that read %d waits for", read)
                        .isNotNull()
                        .isGreaterThanOrEqualTo(overheard.finds.get(read - 1).of());
            }
            client.getDatabase(name).drop();
        }
    }

    @Test
    void an_only_server_is_asked_without_more_words() {
        Overheard overheard = new Overheard();
        try (MongoClient client = overheard.listeningTo(EmbeddedDatabase.connectionString())) {
            MongoCollection<Document> entries = new Database(client.getDatabase("only")).collection("entries");
            CausalReads reads = CausalReads.through(client);
            entries.insertOne(new Document("_id", 1));

            assertThat(found(reads, entries, 1)).isTrue();
            assertThat(found(reads, entries, 2)).isFalse();
            assertThat(overheard.finds)
                    .allSatisfy(read -> assertThat(read.after()).isNull());
        }
    }

    private static boolean found(CausalReads reads, MongoCollection<Document> collection, int id) {
        return !reads.ask(finding -> finding.in(collection, eq("_id", id)).into(new ArrayList<>()))
                .isEmpty();
    }

    /**
     * A read, as it went over the line.
     *
     * @param after the moment that it waited for
     * @param of the moment that its answer was of
     */
    private record Read(
            @Nullable BsonTimestamp after, @Nullable BsonTimestamp of) {}

    /** Hears what a client says to the servers, and what they answer. */
    private static final class Overheard implements CommandListener {

        private final List<Read> finds = new CopyOnWriteArrayList<>();
        private final Map<Integer, BsonTimestamp> after = new ConcurrentHashMap<>();

        MongoClient listeningTo(String connectionString) {
            return MongoClients.create(MongoClientSettings.builder()
                    .applyConnectionString(new ConnectionString(connectionString))
                    .addCommandListener(this)
                    .build());
        }

        @Override
        public void commandStarted(CommandStartedEvent event) {
            BsonDocument concern = event.getCommand().getDocument("readConcern", new BsonDocument());
            if (concern.containsKey("afterClusterTime")) {
                after.put(event.getRequestId(), concern.getTimestamp("afterClusterTime"));
            }
        }

        @Override
        public void commandSucceeded(CommandSucceededEvent event) {
            if (event.getCommandName().equals("find")) {
                BsonDocument answer = event.getResponse();
                finds.add(new Read(
                        after.get(event.getRequestId()),
                        answer.containsKey("operationTime") ? answer.getTimestamp("operationTime") : null));
            }
        }
    }
}
