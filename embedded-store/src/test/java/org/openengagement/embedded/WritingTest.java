package org.openengagement.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoWriteException;
import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.UuidRepresentation;
import org.bson.types.Binary;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class WritingTest {

    @TempDir
    Path directory;

    private EmbeddedStore store;
    private MongoClient client;
    private MongoCollection<Document> commits;

    @BeforeEach
    void open() {
        store = EmbeddedStore.open(directory, EmbeddedStoreOptions.standard());
        client = MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(store.connectionString()))
                .uuidRepresentation(UuidRepresentation.STANDARD)
                .build());
        commits = client.getDatabase("ledger")
                .getCollection("commits")
                .withReadConcern(ReadConcern.MAJORITY)
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
        commits.createIndex(Indexes.ascending("claims"), new IndexOptions().unique(true));
    }

    @AfterEach
    void close() {
        client.close();
        store.close();
    }

    @Test
    void a_document_comes_back_as_it_was_after_a_restart() {
        Document written = new Document("_id", 7L)
                .append("bytes", new Binary(new byte[] {0, 1, -1}))
                .append("uuid", UUID.fromString("00000000-0000-4000-8000-000000000001"))
                .append("when", Date.from(Instant.ofEpochMilli(1_700_000_000_123L)))
                .append("claims", List.of("a#0", "b#1"))
                .append("events", List.of(new Document("stream", "a").append("sequence", 0L)))
                .append("text", "Прашање \u0000 😀")
                .append("half", 0.5)
                .append("nothing", null)
                .append("yes", true);
        commits.insertOne(written);

        close();
        open();

        assertThat(commits.find().first()).isEqualTo(written);
        assertThatThrownBy(() -> commits.insertOne(commit(8, "b#1"))).hasMessageContaining("claims_1");
    }

    @Test
    void a_taken_key_refuses_the_whole_document_and_names_its_index() {
        commits.insertOne(commit(0, "a#0", "b#0"));

        assertThatThrownBy(() -> commits.insertOne(commit(1, "c#0", "b#0")))
                .isInstanceOfSatisfying(
                        MongoWriteException.class,
                        refusal -> assertThat(refusal.getError().getCode()).isEqualTo(11000))
                .hasMessageContaining("index: claims_1 dup key: { claims: \"b#0\" }");
        assertThatThrownBy(() -> commits.insertOne(commit(0, "d#0"))).hasMessageContaining("index: _id_ dup key");

        commits.insertOne(commit(1, "c#0"));
        assertThat(commits.countDocuments()).isEqualTo(2);
    }

    @Test
    void the_same_element_twice_in_one_document_is_no_duplicate_but_two_empty_arrays_are() {
        commits.insertOne(commit(0, "a", "a"));
        commits.insertOne(commit(1));

        assertThatThrownBy(() -> commits.insertOne(commit(2))).hasMessageContaining("claims_1");
    }

    @Test
    void of_many_who_want_one_place_one_gets_it() throws Exception {
        ConcurrentLinkedQueue<String> winners = new ConcurrentLinkedQueue<>();
        try (ExecutorService racers = Executors.newFixedThreadPool(8)) {
            for (int racer = 0; racer < 8; racer++) {
                String name = "racer" + racer;
                racers.execute(() -> {
                    for (int place = 0; place < 25; place++) {
                        try {
                            commits.insertOne(commit(place, name + "#" + place));
                            winners.add(place + " " + name);
                        } catch (MongoWriteException taken) {
                            assertThat(taken.getCode()).isEqualTo(11000);
                        }
                    }
                });
            }
        }
        assertThat(winners).hasSize(25);
        for (Document commit : commits.find()) {
            assertThat(winners)
                    .contains(commit.get("_id") + " "
                            + commit.getList("claims", String.class).getFirst().replaceFirst("#.*", ""));
        }
    }

    @Test
    void an_ordered_insert_stops_at_the_first_refusal() {
        commits.insertOne(commit(1, "taken"));

        assertThatThrownBy(() -> commits.insertMany(List.of(commit(2, "b"), commit(3, "taken"), commit(4, "d"))))
                .hasMessageContaining("claims_1");

        assertThat(IntStream.range(1, 5).filter(id -> commits.countDocuments(Filters.eq("_id", (long) id)) == 1))
                .containsExactly(1, 2);
    }

    @Test
    void documents_elsewhere_can_be_changed_upserted_and_removed() {
        MongoCollection<Document> tokens = client.getDatabase("ledger").getCollection("tokens");

        tokens.updateOne(
                Filters.eq("_id", "processor"),
                Updates.combine(Updates.set("token.position", 5L), Updates.setOnInsert("owner", "me")),
                new UpdateOptions().upsert(true));
        tokens.updateOne(
                Filters.and(Filters.eq("_id", "processor"), Filters.eq("owner", "me")), Updates.inc("beat", 1));
        Document after = tokens.findOneAndUpdate(
                Filters.eq("_id", "processor"),
                Updates.set("owner", "you"),
                new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER));
        tokens.replaceOne(Filters.eq("_id", "other"), new Document("x", 1), new ReplaceOptions().upsert(true));

        assertThat(after)
                .isEqualTo(new Document("_id", "processor")
                        .append("token", new Document("position", 5L))
                        .append("owner", "you")
                        .append("beat", 1));
        assertThat(tokens.find(Filters.eq("x", 1)).first()).containsEntry("_id", "other");
        assertThat(tokens.updateOne(Filters.eq("_id", "nobody"), Updates.set("a", 1))
                        .getMatchedCount())
                .isZero();
        assertThat(tokens.deleteMany(Filters.exists("_id")).getDeletedCount()).isEqualTo(2);
        assertThat(tokens.countDocuments()).isZero();
    }

    @Test
    void what_is_not_known_is_refused_with_its_name() {
        MongoCollection<Document> tokens = client.getDatabase("ledger").getCollection("tokens");
        tokens.insertOne(new Document("_id", 1));

        assertThatThrownBy(() -> tokens.updateOne(Filters.eq("_id", 1), Updates.bitwiseAnd("a", 1)))
                .hasMessageContaining("$bit");
        assertThatThrownBy(() -> tokens.createIndex(Indexes.text("a"))).hasMessageContaining("text");
        assertThatThrownBy(() -> client.getDatabase("ledger").runCommand(new Document("fsyncLock", 1)))
                .hasMessageContaining("no such command");
    }

    private static Document commit(long id, String... claims) {
        return new Document("_id", id).append("claims", List.of(claims));
    }
}
