package org.openengagement.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openengagement.embedded.storage.DocumentCollection;
import org.openengagement.embedded.storage.StoreFile;
import org.openengagement.embedded.storage.files.FileLayer;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ErasureTest {

    private static final String SECRET = "a name that has to go";

    @TempDir
    Path directory;

    private final EmbeddedStoreOptions options =
            EmbeddedStoreOptions.standard().withErasable("disclosures").withAppendOnly("commits");

    @Test
    void erased_bytes_are_gone_from_the_disk_after_the_rewrite() throws IOException {
        try (EmbeddedStore store = EmbeddedStore.open(directory, options);
                MongoClient client = MongoClients.create(store.connectionString())) {
            MongoCollection<Document> disclosures = fill(client);
            assertThat(onDisk()).isTrue();
            disclosures.deleteOne(Filters.eq("_id", 3));

            store.rewriteErasable();

            assertThat(onDisk()).isFalse();
            assertThat(disclosures.countDocuments()).isEqualTo(49);
            disclosures.insertOne(new Document("_id", 3).append("text", "erased"));
        }
    }

    @Test
    void once_they_are_gone_there_is_nothing_more_to_rewrite() {
        Path path = directory.resolve("erasable.mv");
        try (StoreFile file = StoreFile.open(path, FileLayer.ofTheSystem(), Clock.systemUTC(), new LongAdder())) {
            file.write(catalog -> {
                DocumentCollection notes = catalog.findOrCreate("ledger.disclosures");
                notes.remove(notes.insert(new de.bwaldvogel.mongo.bson.Document("_id", 1)));
                return true;
            });
            assertThat(file.erasedSince()).isPresent();

            file.rewrite();

            assertThat(file.erasedSince()).isEmpty();
        }
    }

    @Test
    void the_store_rewrites_by_itself_when_it_is_closed() throws IOException {
        try (EmbeddedStore store = EmbeddedStore.open(directory, options);
                MongoClient client = MongoClients.create(store.connectionString())) {
            fill(client).replaceOne(Filters.eq("_id", 3), new Document("text", "erased"));
        }
        assertThat(onDisk()).isFalse();
    }

    @Test
    void the_store_rewrites_by_itself_within_the_time_that_is_set() {
        Instant start = Instant.now();
        try (EmbeddedStore store = EmbeddedStore.open(directory, options.withRewriteWithin(Duration.ofMillis(50)));
                MongoClient client = MongoClients.create(store.connectionString())) {
            fill(client).deleteOne(Filters.eq("_id", 3));
            while (onDisk()) {
                assertThat(Instant.now()).isBefore(start.plusSeconds(60));
                Thread.onSpinWait();
            }
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private static MongoCollection<Document> fill(MongoClient client) {
        MongoCollection<Document> disclosures = client.getDatabase("ledger").getCollection("disclosures");
        disclosures.insertMany(IntStream.range(0, 50)
                .mapToObj(id -> new Document("_id", id).append("text", id == 3 ? SECRET : "text " + id))
                .toList());
        return disclosures;
    }

    /** With the highest bit of each byte turned over. */
    private static String asStored(String text) {
        return text.chars()
                .map(letter -> letter ^ 0x80)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private boolean onDisk() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file :
                    files.filter(path -> path.toString().contains(".mv")).toList()) {
                if (Files.exists(file)) {
                    String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                    if (bytes.contains(SECRET) || bytes.contains(asStored(SECRET))) {
                        return true;
                    }
                }
            }
        }
        return false;
    }
}
