package org.openengagement.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.bwaldvogel.mongo.bson.Document;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.h2.store.fs.FilePath;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openengagement.embedded.disk.ForgetfulDisk;
import org.openengagement.embedded.storage.Catalog;
import org.openengagement.embedded.storage.DocumentCollection;
import org.openengagement.embedded.storage.StoreFile;
import org.openengagement.embedded.storage.files.FileLayer;
import org.openengagement.embedded.storage.files.NotWrittenException;

/** Nobody sees what is not on disk, and nothing of what broke on its way stays. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DurableBeforeSeenTest {

    private static final Path FILE = Path.of("/data/documents.mv");

    private final ForgetfulDisk disk = new ForgetfulDisk();

    @Test
    void a_reader_waits_for_the_disk_and_never_sees_what_it_did_not_take() throws InterruptedException {
        try (StoreFile file = open(disk)) {
            insert(file, 0);
            AtomicLong seen = new AtomicLong(-1);
            Thread reader = Thread.ofPlatform().unstarted(() -> seen.set(file.read(DurableBeforeSeenTest::documents)));
            disk.beforeEachSync(() -> {
                disk.beforeEachSync(() -> {});
                reader.start();
                while (reader.getState() != Thread.State.WAITING && reader.getState() != Thread.State.TERMINATED) {
                    Thread.onSpinWait();
                }
                disk.failSyncAfter(0);
            });

            assertThatThrownBy(() -> insert(file, 1)).isInstanceOf(NotWrittenException.class);

            reader.join();
            assertThat(seen).hasValue(1);
        }
    }

    @Test
    void of_a_change_that_breaks_in_its_middle_nothing_stays() {
        try (StoreFile file = open(disk)) {
            insert(file, 0);

            assertThatThrownBy(() -> file.write(catalog -> {
                        catalog.findOrCreate("ledger.commits").insert(new Document("_id", 1));
                        catalog.findOrCreate("ledger.others").insert(new Document("_id", 1));
                        throw new IllegalStateException("broken");
                    }))
                    .hasMessage("broken");

            assertThat(file.read(DurableBeforeSeenTest::documents)).isEqualTo(1);
            assertThat(file.read(Catalog::all)).hasSize(1);
            insert(file, 1);
        }
        try (StoreFile file = open(disk)) {
            assertThat(file.read(DurableBeforeSeenTest::documents)).isEqualTo(2);
        }
    }

    @Test
    void an_error_of_the_machine_in_the_middle_of_a_change_leaves_nothing_of_it() {
        try (StoreFile file = open(disk)) {
            insert(file, 0);

            assertThatThrownBy(() -> file.write(catalog -> {
                        catalog.findOrCreate("ledger.commits").insert(new Document("_id", 1));
                        throw new StackOverflowError();
                    }))
                    .isInstanceOf(StackOverflowError.class);

            assertThat(file.read(DurableBeforeSeenTest::documents)).isEqualTo(1);
            insert(file, 1);
            assertThat(file.read(DurableBeforeSeenTest::documents)).isEqualTo(2);
        }
    }

    @Test
    void a_new_data_directory_is_its_owners_alone_and_on_disk_before_anything_is_in_it(@TempDir Path parent)
            throws IOException {
        Path directory = parent.resolve("of/the/town");
        List<Path> durable = new ArrayList<>();
        FileLayer witness = new FileLayer() {
            @Override
            public FilePath at(Path file) {
                return disk.at(file);
            }

            @Override
            public void makeDurable(Path folder) {
                durable.add(folder);
                disk.makeDurable(folder);
            }
        };

        for (int start = 0; start < 2; start++) {
            durable.clear();
            EmbeddedStore.open(directory, EmbeddedStoreOptions.standard().withFileLayer(witness))
                    .close();
            assertThat(durable).contains(directory);
            assertThat(durable.subList(0, durable.indexOf(directory)))
                    .as("start %d", start)
                    .contains(directory.getParent());
        }
        if (directory.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory)))
                    .isEqualTo("rwx------");
        }
    }

    private static StoreFile open(FileLayer layer) {
        return StoreFile.open(FILE, layer, Clock.systemUTC(), new LongAdder());
    }

    private static void insert(StoreFile file, int id) {
        file.write(catalog -> catalog.findOrCreate("ledger.commits").insert(new Document("_id", id)));
    }

    private static long documents(Catalog catalog) {
        return catalog.find("ledger.commits").map(DocumentCollection::size).orElse(0L);
    }
}
