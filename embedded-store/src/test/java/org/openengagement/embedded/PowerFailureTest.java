package org.openengagement.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.nio.file.Path;
import java.util.Random;
import org.bson.Document;
import org.h2.store.fs.FilePath;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openengagement.embedded.storage.DamagedStoreException;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PowerFailureTest {

    private static final int FAILURES = Boolean.getBoolean("oel.whole") ? 500 : 25;
    private static final EmbeddedStoreOptions OPTIONS =
            EmbeddedStoreOptions.standard().withFileLayer(ForgetfulFiles.SCHEME + ":");

    @TempDir
    Path directory;

    @BeforeAll
    static void register() {
        FilePath.register(new ForgetfulFiles());
    }

    @Test
    void what_was_acknowledged_survives_failures_of_power_that_lose_what_was_not_synced() throws Exception {
        long seed = Long.getLong("oel.seed", System.nanoTime());
        Random random = new Random(seed);
        long next = 0;
        for (int failure = 0; failure < FAILURES; failure++) {
            String round = "seed %d, failure %d".formatted(seed, failure);
            long acknowledged = writeUntilThePowerFails(next, 1 + random.nextInt(40));
            ForgetfulFiles.forget(random);
            next = readAll(round);
            assertThat(next).as(round).isGreaterThanOrEqualTo(acknowledged);
        }
        assertThat(next).isPositive();
    }

    private long writeUntilThePowerFails(long from, int writes) {
        long next = from;
        try (EmbeddedStore store = EmbeddedStore.open(directory, OPTIONS);
                MongoClient client = MongoClients.create(store.connectionString())) {
            MongoCollection<Document> commits = KilledTest.Victim.commits(client);
            ForgetfulFiles.failAfter(writes);
            commits.createIndex(Indexes.ascending("claims"), new IndexOptions().unique(true));
            while (true) {
                commits.insertOne(KilledTest.Victim.commit(next));
                next++;
            }
        } catch (MongoException | DamagedStoreException failed) {
            return next;
        }
    }

    private long readAll(String round) {
        try (EmbeddedStore store = EmbeddedStore.open(directory, OPTIONS);
                MongoClient client = MongoClients.create(store.connectionString())) {
            MongoCollection<Document> commits = KilledTest.Victim.commits(client);
            long next = 0;
            for (Document commit : commits.find().sort(new Document("_id", 1))) {
                assertThat(commit).as(round).isEqualTo(KilledTest.Victim.commit(next));
                assertThat(commits.find(new Document("claims", "other#" + next)).first())
                        .as(round)
                        .isEqualTo(commit);
                next++;
            }
            return next;
        }
    }
}
