package org.openengagement.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.openengagement.embedded.disk.ForgetfulDisk;

/**
 * Histories of a file on a disk that loses, tears and reorders what was not synced. Each begins with an empty disk; the power
 * fails while the file is made, opened, written or rewritten.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PowerFailureTest {

    private static final int HISTORIES = Boolean.getBoolean("oel.whole") ? 1_000 : 60;
    private static final int FAILURES = 8;

    private final long seed = Long.getLong("oel.seed", System.nanoTime());

    @Test
    void what_was_acknowledged_or_read_survives_every_failure_of_power() {
        Random random = new Random(seed);
        long documents = 0;
        int writtenOver = 0;
        for (int number = 0; number < HISTORIES; number++) {
            ForgetfulDisk disk = disk(number);
            FileHistory history = new FileHistory(disk, random, "seed %d, history %d".formatted(seed, number));
            for (int failure = 0; failure < FAILURES; failure++) {
                disk.failAfter(random.nextInt(failure % 2 == 0 ? 20 : 120));
                history.writeUntilNothingIsTaken();
                disk.losePower(random);
                history.openAndCompare();
            }
            documents += history.documents();
            writtenOver += disk.chunksWrittenOver();
        }
        assertThat(documents).isPositive();
        assertThat(writtenOver).as("seed %d: chunks written over", seed).isGreaterThan(5 * HISTORIES);
    }

    @Test
    void a_sync_that_fails_makes_nothing_durable_that_it_did_not_write() {
        Random random = new Random(seed);
        for (int number = 0; number < HISTORIES; number++) {
            ForgetfulDisk disk = disk(number);
            FileHistory history = new FileHistory(disk, random, "seed %d, sync %d".formatted(seed, number));
            history.write(random.nextInt(5));
            for (int failure = 0; failure < FAILURES; failure++) {
                disk.failSyncAfter(random.nextInt(4));
                history.write(1 + random.nextInt(3));
                history.compare();
                if (random.nextBoolean()) {
                    disk.losePower(random);
                    history.openAndCompare();
                }
            }
        }
    }

    @Test
    void a_full_disk_loses_nothing_and_is_written_again_when_there_is_room() {
        Random random = new Random(seed);
        for (int number = 0; number < HISTORIES / 4; number++) {
            ForgetfulDisk disk = disk(number);
            FileHistory history = new FileHistory(disk, random, "seed %d, full disk %d".formatted(seed, number));
            history.write(1 + random.nextInt(5));
            for (int failure = 0; failure < FAILURES; failure++) {
                disk.leaveRoomFor(random.nextInt(40_000));
                history.writeUntilNothingIsTaken();
                history.compare();
                disk.makeRoom();
                long before = history.documents();
                history.write(3);
                assertThat(history.documents()).as("seed %d", seed).isEqualTo(before + 3);
            }
            disk.losePower(random);
            history.openAndCompare();
        }
    }

    /** A history lasts less than the time for which old space is left alone: so in every other one that time is none. */
    private static ForgetfulDisk disk(int number) {
        ForgetfulDisk disk = new ForgetfulDisk();
        if (number % 2 == 1) {
            disk.reuseOldSpaceAtOnce();
        }
        return disk;
    }
}
