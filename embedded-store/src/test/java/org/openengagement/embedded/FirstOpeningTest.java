package org.openengagement.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.bson.Document;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.openengagement.embedded.disk.ForgetfulDisk;
import org.openengagement.embedded.storage.StoreFile;
import org.openengagement.embedded.storage.StoreFiles;
import org.openengagement.embedded.storage.files.DamagedStoreException;
import org.openengagement.embedded.storage.files.NotWrittenException;

/** Before a store is first opened there is nothing to lose: wherever that was cut off, the next opening makes one. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class FirstOpeningTest {

    private static final Path FOLDER = Path.of("/data");
    private static final int TIMES = 4;

    private final long seed = Long.getLong("oel.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private ForgetfulDisk disk = new ForgetfulDisk();

    @Test
    void wherever_the_power_fails_in_it_the_next_one_makes_a_store() {
        int cuts = 0;
        for (boolean cut = true; cut; cuts++) {
            for (int time = 0; time < TIMES; time++) {
                disk = new ForgetfulDisk();
                cut = isCutOffAfter(cuts);
                requireAStore("seed %d, cut off after %d operations".formatted(seed, cuts));
            }
        }
        assertThat(cuts).isGreaterThan(20);
    }

    @Test
    void wherever_the_power_fails_in_it_and_in_the_next_one_the_third_makes_a_store() {
        int cuts = 0;
        for (boolean cut = true; cut; cuts++) {
            boolean cutAgain = true;
            for (int cutsOfNext = 0; cutAgain; cutsOfNext++) {
                disk = new ForgetfulDisk();
                cut = isCutOffAfter(cuts);
                cutAgain = isCutOffAfter(cutsOfNext);
                requireAStore("seed %d, cut off after %d and %d operations".formatted(seed, cuts, cutsOfNext));
            }
        }
        assertThat(cuts).isGreaterThan(20);
    }

    private boolean isCutOffAfter(int operations) {
        disk.failAfter(operations);
        boolean cut = false;
        try {
            open();
        } catch (DamagedStoreException | NotWrittenException refused) {
            assertThat(refused.getMessage()).isNotBlank();
            cut = true;
        }
        disk.losePower(random);
        return cut;
    }

    private void requireAStore(String when) {
        StoreFiles made = open();
        assertThat(isThere(made.main())).as(when).isFalse();
        assertThat(isThere(made.second())).as(when).isFalse();
        made.all()
                .forEach(file -> file.write(
                        catalog -> catalog.findOrCreate("ledger.kept").insert(new Document("_id", 1))));
        disk.losePower(random);
        StoreFiles again = open();
        assertThat(isThere(again.main())).as(when).isTrue();
        assertThat(isThere(again.second())).as(when).isTrue();
    }

    private static boolean isThere(StoreFile file) {
        return file.read(catalog -> catalog.find("ledger.kept").isPresent());
    }

    private StoreFiles open() {
        return StoreFiles.open(
                name -> disk.at(FOLDER.resolve(name)).exists(),
                name -> StoreFile.open(FOLDER.resolve(name), disk, Clock.systemUTC(), new LongAdder()),
                () -> UUID.randomUUID().toString(),
                Set.of(),
                Set.of());
    }
}
