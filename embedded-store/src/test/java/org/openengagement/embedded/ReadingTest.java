package org.openengagement.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ReadingTest {

    private static final int DOCUMENTS = Boolean.getBoolean("oel.whole") ? 100_000 : 20_000;

    @TempDir
    static Path directory;

    private static EmbeddedStore store;
    private static MongoClient client;
    private static MongoCollection<Document> commits;

    @BeforeAll
    static void fill() {
        store = EmbeddedStore.open(directory, EmbeddedStoreOptions.standard());
        client = MongoClients.create(store.connectionString());
        commits = client.getDatabase("ledger").getCollection("commits");
        commits.createIndex(Indexes.ascending("claims"), new IndexOptions().unique(true));
        commits.createIndex(Indexes.ascending("recordedAt"));
        commits.createIndex(Indexes.compoundIndex(Indexes.ascending("kind"), Indexes.descending("place")));
        for (long from = 0; from < DOCUMENTS; from += 5000) {
            commits.insertMany(LongStream.range(from, Math.min(from + 5000, DOCUMENTS))
                    .mapToObj(id -> new Document("_id", id)
                            .append("claims", List.of("a#" + id, "b#" + id))
                            .append("recordedAt", 1000 + id / 10)
                            .append("kind", "k" + id % 7)
                            .append("place", id / 7))
                    .toList());
        }
    }

    @AfterAll
    static void close() {
        client.close();
        store.close();
    }

    @Test
    void a_range_of_ids_visits_only_what_it_answers() {
        long before = store.documentsVisited();

        List<Document> found = commits.find(Filters.gte("_id", 9_000L))
                .sort(Sorts.ascending("_id"))
                .limit(100)
                .into(new ArrayList<>());

        assertThat(found)
                .extracting(commit -> commit.getLong("_id"))
                .containsExactlyElementsOf(
                        LongStream.range(9_000, 9_100).boxed().toList());
        assertThat(store.documentsVisited() - before).isEqualTo(100);
    }

    @Test
    void the_last_document_is_found_at_once() {
        long before = store.documentsVisited();

        assertThat(commits.find().sort(Sorts.descending("_id")).first()).containsEntry("_id", DOCUMENTS - 1L);
        assertThat(commits.find(Filters.lt("_id", 500L))
                        .sort(Sorts.descending("_id"))
                        .first())
                .containsEntry("_id", 499L);

        assertThat(store.documentsVisited() - before).isEqualTo(2);
    }

    @Test
    void claims_are_found_through_their_index_each_document_once() {
        long before = store.documentsVisited();

        List<Document> found = commits.find(Filters.in("claims", "a#10", "b#10", "b#7000", "nobody's"))
                .projection(Projections.include("claims"))
                .into(new ArrayList<>());

        assertThat(found).extracting(commit -> commit.getLong("_id")).containsExactlyInAnyOrder(10L, 7000L);
        assertThat(found.getFirst().keySet()).containsExactly("_id", "claims");
        assertThat(store.documentsVisited() - before).isEqualTo(2);
    }

    @Test
    void an_order_that_an_index_gives_needs_no_sorting() {
        long before = store.documentsVisited();

        assertThat(commits.find(Filters.gte("recordedAt", 1500L))
                        .sort(Sorts.ascending("recordedAt"))
                        .first())
                .containsEntry("recordedAt", 1500L);
        assertThat(commits.find(Filters.and(
                                Filters.eq("kind", "k3"), Filters.gt("place", 100L), Filters.lte("place", 103L)))
                        .into(new ArrayList<>()))
                .extracting(commit -> commit.getLong("place"))
                .containsExactlyInAnyOrder(101L, 102L, 103L);

        assertThat(store.documentsVisited() - before).isLessThan(DOCUMENTS / 5);
    }

    @Test
    void everything_is_read_in_batches() {
        assertThat(commits.find().batchSize(700).into(new ArrayList<>()))
                .extracting(commit -> commit.getLong("_id"))
                .containsExactlyElementsOf(
                        LongStream.range(0, DOCUMENTS).boxed().toList());
    }

    @Test
    void counting_without_a_filter_visits_nothing() {
        long before = store.documentsVisited();

        assertThat(commits.estimatedDocumentCount()).isEqualTo(DOCUMENTS);

        assertThat(store.documentsVisited() - before).isZero();
        assertThat(commits.countDocuments(Filters.lt("_id", 321L))).isEqualTo(321);
    }

    @Test
    void fields_are_left_out_or_taken_by_path() {
        MongoCollection<Document> nested = client.getDatabase("ledger").getCollection("nested");
        nested.insertOne(new Document("_id", 1)
                .append("events", List.of(new Document("a", 1).append("b", 2), new Document("b", 3)))
                .append("other", true));

        assertThat(nested.find().projection(Projections.include("events.a")).first())
                .isEqualTo(new Document("_id", 1).append("events", List.of(new Document("a", 1), new Document())));
        assertThat(nested.find()
                        .projection(Projections.fields(Projections.excludeId(), Projections.exclude("events.b")))
                        .first())
                .isEqualTo(new Document("events", List.of(new Document("a", 1), new Document())).append("other", true));
    }

    @Test
    void the_server_tells_its_time() {
        Document hello = client.getDatabase("admin").runCommand(new Document("hello", 1));

        assertThat(hello.getDate("localTime")).isNotNull();
        assertThat(client.getDatabase("ledger").runCommand(new Document("ping", 1)))
                .containsEntry("ok", 1.0);
    }
}
