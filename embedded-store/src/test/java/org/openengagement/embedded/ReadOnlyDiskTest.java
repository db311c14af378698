package org.openengagement.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.openengagement.embedded.disk.ForgetfulDisk;
import org.openengagement.embedded.storage.files.DamagedStoreException;

/** A disk that becomes read-only under an open file, as file systems do when they find an error in themselves. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ReadOnlyDiskTest {

    private static final int HISTORIES = Boolean.getBoolean("oel.whole") ? 1_000 : 40;

    private final long seed = Long.getLong("oel.seed", System.nanoTime());
    private final Random random = new Random(seed);

    @Test
    void what_stands_is_read_on_and_the_file_is_written_again_once_the_disk_is() {
        for (int number = 0; number < HISTORIES; number++) {
            ForgetfulDisk disk = new ForgetfulDisk();
            FileHistory history = new FileHistory(disk, random, "seed %d, disk %d".formatted(seed, number));
            history.write(random.nextInt(5));
            history.compare();
            for (int time = 0; time < 3; time++) {
                disk.becomeReadOnly(random.nextBoolean());
                for (int attempt = 0; attempt < 3; attempt++) {
                    long before = history.documents();
                    history.write(1);
                    history.compare();
                    assertThat(history.documents()).as("seed %d", seed).isEqualTo(before);
                }
                disk.becomeWritable();
                long before = history.documents();
                history.write(3);
                assertThat(history.documents()).as("seed %d", seed).isEqualTo(before + 3);
            }
            disk.losePower(random);
            history.openAndCompare();
        }
    }

    @Test
    void what_is_in_doubt_is_not_read_before_it_is_certain() {
        for (int number = 0; number < HISTORIES; number++) {
            ForgetfulDisk disk = new ForgetfulDisk();
            FileHistory history = new FileHistory(disk, random, "seed %d, doubt %d".formatted(seed, number));
            history.write(1 + random.nextInt(5));
            boolean admitted = random.nextBoolean();
            AtomicInteger syncs = new AtomicInteger();
            disk.beforeEachSync(() -> {
                if (syncs.incrementAndGet() == 2) {
                    disk.failSyncAfter(0);
                    disk.becomeReadOnly(admitted);
                }
            });
            history.writeInDoubt();
            assertThatExceptionOfType(DamagedStoreException.class)
                    .as("seed %d, doubt %d", seed, number)
                    .isThrownBy(history::compare);

            disk.beforeEachSync(() -> {});
            disk.becomeWritable();
            disk.losePower(random);
            history.openAndCompare();
        }
    }
}
