package org.openengagement.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.bwaldvogel.mongo.bson.Document;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openengagement.embedded.storage.Catalog;
import org.openengagement.embedded.storage.Query;
import org.openengagement.embedded.storage.Results;
import org.openengagement.embedded.storage.StoreFile;
import org.openengagement.embedded.storage.files.DamagedStoreException;
import org.openengagement.embedded.storage.files.FileLayer;

/** A file that a disk, or somebody, has damaged is refused: no commit vanishes in silence from a ledger that goes on. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DamagedFileTest {

    private static final int DAMAGES = Boolean.getBoolean("oel.whole") ? 2_000 : 100;
    private static final int COMMITS = 150;
    /** At the very end damage looks like a commit that the power did not let be written. */
    private static final int COMMITS_THAT_MAY_BE_HIDDEN = 17;

    private static final int MOST_A_COMMIT_HAS = 24_576;
    private static final int BLOCK = 4096;

    private final long seed = Long.getLong("oel.seed", System.nanoTime());
    private final Random random = new Random(seed);

    @TempDir
    Path directory;

    private Path file = Path.of("");
    private byte[] whole = new byte[0];

    @BeforeEach
    void a_file_of_many_commits() throws IOException {
        file = directory.resolve("documents.mv");
        try (StoreFile open = open()) {
            for (int commit = 0; commit < COMMITS; commit++) {
                Document document = new Document("_id", commit).append("text", "x".repeat(random.nextInt(9_000)));
                open.write(catalog ->
                        catalog.findOrCreate("ledger.commits").insert(document).size());
            }
        }
        whole = Files.readAllBytes(file);
    }

    @Test
    void whatever_part_of_it_was_overwritten_all_is_there_or_it_is_refused() throws IOException {
        int refused = 0;
        for (int damage = 0; damage < DAMAGES; damage++) {
            byte[] damaged = whole.clone();
            byte[] garbage = new byte[1 + random.nextInt(2 * BLOCK)];
            if (random.nextBoolean()) {
                random.nextBytes(garbage);
            }
            int at = random.nextInt(whole.length - garbage.length);
            System.arraycopy(garbage, 0, damaged, at, garbage.length);
            Files.write(file, damaged);

            int found = found();

            boolean atItsEnd = at + garbage.length > whole.length - MOST_A_COMMIT_HAS * COMMITS_THAT_MAY_BE_HIDDEN;
            assertThat(found == -1 || found == COMMITS || (atItsEnd && found >= COMMITS - COMMITS_THAT_MAY_BE_HIDDEN))
                    .as("seed %d, %d bytes at %d: %d commits", seed, garbage.length, at, found)
                    .isTrue();
            refused += found == -1 ? 1 : 0;
        }
        assertThat(refused).as("seed %d", seed).isGreaterThan(DAMAGES / 20);
    }

    @Test
    void wherever_it_was_cut_off_more_than_the_last_commits_is_never_missing() throws IOException {
        for (int cut = 0; cut < DAMAGES; cut++) {
            int length = cut == 0 ? 0 : random.nextInt(whole.length);
            Files.write(file, Arrays.copyOf(whole, length));

            int found = found();

            if (found != -1) {
                assertThat(found)
                        .as("seed %d, cut off after %d of %d bytes", seed, length, whole.length)
                        .isGreaterThanOrEqualTo(COMMITS - COMMITS_THAT_MAY_BE_HIDDEN);
            }
        }
    }

    @Test
    void one_that_is_missing_beside_the_other_is_not_made_anew() throws IOException {
        Path store = directory.resolve("store");
        EmbeddedStore.open(store, EmbeddedStoreOptions.standard()).close();
        Files.delete(store.resolve("erasable.mv"));
        requireRefusal(store, "erasable.mv is missing");

        Files.copy(file, store.resolve("documents.mv"), StandardCopyOption.REPLACE_EXISTING);
        requireRefusal(store, "erasable.mv is missing");

        Files.move(store.resolve("documents.mv"), store.resolve("erasable.mv"));
        requireRefusal(store, "documents.mv is missing");
    }

    @Test
    void one_of_another_store_is_refused_though_it_is_whole_and_empty() throws IOException {
        Path store = directory.resolve("store");
        Path other = directory.resolve("other");
        EmbeddedStore.open(store, EmbeddedStoreOptions.standard()).close();
        EmbeddedStore.open(other, EmbeddedStoreOptions.standard()).close();
        Path right = Files.copy(store.resolve("erasable.mv"), directory.resolve("right"));

        Files.copy(other.resolve("erasable.mv"), store.resolve("erasable.mv"), StandardCopyOption.REPLACE_EXISTING);
        requireRefusal(store, "documents.mv and erasable.mv do not belong together");

        Files.copy(right, store.resolve("erasable.mv"), StandardCopyOption.REPLACE_EXISTING);
        EmbeddedStore.open(store, EmbeddedStoreOptions.standard()).close();
    }

    @Test
    void one_that_was_made_anew_is_refused_beside_the_other() throws IOException {
        Path store = directory.resolve("store");
        EmbeddedStore.open(store, EmbeddedStoreOptions.standard()).close();

        Path erasable = store.resolve("erasable.mv");
        Files.delete(erasable);
        open(erasable).close();
        requireRefusal(store, "documents.mv and erasable.mv do not belong together");
    }

    @Test
    void a_main_file_that_was_made_anew_is_refused_beside_a_second_one_that_holds_something() throws IOException {
        Path store = directory.resolve("store");
        EmbeddedStore.open(store, EmbeddedStoreOptions.standard()).close();
        try (StoreFile second = open(store.resolve("erasable.mv"))) {
            second.write(catalog -> catalog.findOrCreate("ledger.disclosures").name());
        }

        Path main = store.resolve("documents.mv");
        Files.delete(main);
        open(main).close();
        requireRefusal(store, "documents.mv and erasable.mv do not belong together");
    }

    private static void requireRefusal(Path store, String words) {
        assertThatThrownBy(() -> EmbeddedStore.open(store, EmbeddedStoreOptions.standard()))
                .isInstanceOf(DamagedStoreException.class)
                .hasMessageContaining(words);
    }

    /** How many commits can be read; -1: the file was refused, in words. */
    private int found() {
        try (StoreFile open = open()) {
            return open.read(DamagedFileTest::commits).size();
        } catch (DamagedStoreException refused) {
            assertThat(refused).hasMessageMatching("(?s).*(documents\\.mv|damaged).*");
            return -1;
        }
    }

    private static List<Document> commits(Catalog catalog) {
        return catalog.find("ledger.commits")
                .map(collection -> new Results(Query.allThatMatch(new Document()), collection).all(collection))
                .orElse(List.of());
    }

    private StoreFile open() {
        return open(file);
    }

    private static StoreFile open(Path file) {
        return StoreFile.open(file, FileLayer.ofTheSystem(), Clock.systemUTC(), new LongAdder());
    }
}
