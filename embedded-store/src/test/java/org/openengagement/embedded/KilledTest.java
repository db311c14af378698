package org.openengagement.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class KilledTest {

    private static final int KILLS = Boolean.getBoolean("oel.whole") ? 20 : 3;
    private static final int WRITERS = 4;

    @TempDir
    Path directory;

    @Test
    void no_acknowledged_document_is_lost_and_none_is_torn_when_the_process_is_killed() throws Exception {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        long acknowledged = -1;
        for (int kill = 0; kill < KILLS; kill++) {
            Process victim = start();
            try (BufferedReader said = victim.inputReader()) {
                long last = acknowledged;
                int more = 5 + random.nextInt(60);
                for (int line = 0; line < more; line++) {
                    last = Math.max(last, Long.parseLong(said.readLine()));
                }
                assertThatThrownBy(() -> EmbeddedStore.open(directory, EmbeddedStoreOptions.standard()))
                        .isInstanceOf(StoreInUseException.class)
                        .hasMessageContaining("process " + victim.pid() + " since ");
                victim.toHandle().destroyForcibly();
                for (String line = said.readLine(); line != null; line = said.readLine()) {
                    last = line.matches("\\d+") ? Math.max(last, Long.parseLong(line)) : last;
                }
                acknowledged = last;
            }
            assertThat(victim.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertEverythingIsThere(acknowledged, "seed %d, kill %d".formatted(seed, kill));
        }
    }

    @Test
    void a_second_opener_in_the_same_process_is_told_who_holds_the_directory() {
        try (EmbeddedStore first = EmbeddedStore.open(directory, EmbeddedStoreOptions.standard())) {
            assertThatThrownBy(() -> EmbeddedStore.open(directory, EmbeddedStoreOptions.standard()))
                    .isInstanceOf(StoreInUseException.class)
                    .hasMessageContaining("process " + ProcessHandle.current().pid());
            assertThat(first.connectionString()).startsWith("mongodb://");
        }
        EmbeddedStore.open(directory, EmbeddedStoreOptions.standard()).close();
    }

    private void assertEverythingIsThere(long acknowledged, String round) {
        try (EmbeddedStore store = EmbeddedStore.open(directory, EmbeddedStoreOptions.standard());
                MongoClient client = MongoClients.create(store.connectionString())) {
            MongoCollection<Document> commits = Victim.commits(client);
            long next = 0;
            for (Document commit : commits.find().sort(new Document("_id", 1))) {
                assertThat(commit).as(round).isEqualTo(Victim.commit(next));
                assertThat(commits.countDocuments(new Document("claims", "claim#" + next)))
                        .as(round)
                        .isEqualTo(1);
                next++;
            }
            assertThat(next).as(round).isGreaterThan(acknowledged);
        }
    }

    private Process start() throws IOException {
        return new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Victim.class.getName(),
                        directory.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** Inserts one document after another from several threads, and says which position is acknowledged. */
    static final class Victim {

        private Victim() {}

        public static void main(String[] arguments) {
            EmbeddedStore store = EmbeddedStore.open(Path.of(arguments[0]), EmbeddedStoreOptions.standard());
            MongoClient client = MongoClients.create(store.connectionString());
            MongoCollection<Document> commits = commits(client);
            commits.createIndex(Indexes.ascending("claims"), new IndexOptions().unique(true));
            MongoCollection<Document> noise = client.getDatabase("ledger").getCollection("noise");
            for (int writer = 1; writer < WRITERS; writer++) {
                Thread.ofPlatform().daemon().start(() -> {
                    while (true) {
                        noise.insertOne(new Document("text", "x".repeat(2_000)));
                    }
                });
            }
            for (long position = commits.countDocuments(); true; position++) {
                commits.insertOne(commit(position));
                System.out.println(position);
            }
        }

        static MongoCollection<Document> commits(MongoClient client) {
            return client.getDatabase("ledger").getCollection("commits");
        }

        static Document commit(long position) {
            return new Document("_id", position)
                    .append("claims", List.of("claim#" + position, "other#" + position))
                    .append("entry", ("entry " + position + " ").repeat(50 + (int) (position % 400)));
        }
    }
}
