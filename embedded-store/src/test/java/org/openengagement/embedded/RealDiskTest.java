package org.openengagement.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a real disk of 4 MiB, which a test may mount as root on Linux only; {@link PowerFailureTest} has one in memory for all. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RealDiskTest {

    private static final EmbeddedStoreOptions OPTIONS =
            EmbeddedStoreOptions.standard().withErasable("disclosures");

    @TempDir
    Path mount;

    @BeforeEach
    void mount() {
        Assumptions.assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", mount.toString()),
                "A small disk cannot be mounted here: that takes Linux and its root.");
    }

    @AfterEach
    void unmount() {
        run("umount", mount.toString());
    }

    @Test
    void a_full_disk_is_told_in_words_and_answers_again_once_there_is_room() throws IOException {
        Path others = mount.resolve("others");
        try (EmbeddedStore store = EmbeddedStore.open(mount.resolve("data"), OPTIONS);
                MongoClient client = MongoClients.create(store.connectionString())) {
            MongoDatabase ledger = client.getDatabase("ledger");
            MongoCollection<Document> commits = ledger.getCollection("commits");
            commits.insertOne(document(0));
            Files.write(others, new byte[3 << 20]);

            long acknowledged = fill(commits, 1);
            for (int again = 0; again < 3; again++) {
                assertThatThrownBy(() -> commits.insertOne(document(acknowledged)))
                        .isInstanceOfSatisfying(
                                MongoException.class,
                                refusal -> assertThat(refusal.getCode()).isEqualTo(14031))
                        .hasMessageContaining("no space left on the disk")
                        .hasMessageContaining("Nothing of this was stored");
                assertThat(commits.countDocuments()).isEqualTo(acknowledged);
                assertThat(commits.find(new Document("_id", acknowledged - 1)).first())
                        .isEqualTo(document(acknowledged - 1));
            }
            ledger.getCollection("disclosures").countDocuments();
            assertThat(mount.resolve("data/documents.mv.room")).doesNotExist();
            assertThat(store.trouble()).get(STRING).contains("no space left on the disk");
            Files.delete(others);
            assertThat(store.trouble()).isEmpty();

            commits.insertOne(document(acknowledged));
            ledger.getCollection("disclosures").insertOne(document(1));
            assertThat(commits.countDocuments()).isEqualTo(acknowledged + 1);
        }
    }

    @Test
    void a_read_only_disk_and_one_without_any_room_are_told_in_words_at_the_start() throws IOException {
        EmbeddedStore.open(mount.resolve("data"), OPTIONS).close();
        assertThat(run("mount", "-o", "remount,ro", mount.toString())).isTrue();

        assertThatThrownBy(() -> EmbeddedStore.open(mount.resolve("data"), OPTIONS))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("cannot be used: the disk is read-only.");
        assertThatThrownBy(() -> EmbeddedStore.open(mount.resolve("elsewhere"), OPTIONS))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("cannot be used: the disk is read-only.");

        assertThat(run("mount", "-o", "remount,rw", mount.toString())).isTrue();
        fillUp();
        assertThatThrownBy(() -> EmbeddedStore.open(mount.resolve("elsewhere"), OPTIONS))
                .hasMessageContaining("no space left on the disk");
        Files.delete(mount.resolve("filler"));
        EmbeddedStore.open(mount.resolve("data"), OPTIONS).close();
        EmbeddedStore.open(mount.resolve("elsewhere"), OPTIONS).close();
    }

    private void fillUp() {
        try {
            Files.write(mount.resolve("filler"), new byte[8 << 20]);
        } catch (IOException full) {
            assertThat(full).hasMessageContaining("No space");
        }
    }

    private static long fill(MongoCollection<Document> commits, long from) {
        long next = from;
        try {
            while (true) {
                commits.insertOne(document(next));
                next++;
            }
        } catch (MongoException full) {
            assertThat(full).hasMessageContaining("no space left on the disk");
            return next;
        }
    }

    private static Document document(long id) {
        return new Document("_id", id).append("text", "x".repeat(20_000));
    }

    private static boolean run(String... command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(30, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException noSuchCommand) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
