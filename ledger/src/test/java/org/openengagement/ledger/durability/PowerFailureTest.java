package org.openengagement.ledger.durability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.openengagement.embedded.disk.ForgetfulDisk;
import org.openengagement.embedded.storage.files.DamagedStoreException;
import org.openengagement.embedded.storage.files.NotWrittenException;
import org.openengagement.ledger.store.LedgerUnavailableException;

/** The whole way of an entry, on a disk that loses, tears and reorders what was not synced. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@Execution(ExecutionMode.CONCURRENT)
class PowerFailureTest {

    private static final int FAILURES = Boolean.getBoolean("oel.whole") ? 400 : 25;
    private static final int FAILURES_A_DISK = 6;
    private static final int WRITERS = 3;

    @TempDir
    Path directory;

    @Test
    void what_the_ledger_acknowledged_stands_after_every_failure_of_power() throws Exception {
        long seed = Long.getLong("oel.seed", System.nanoTime());
        Random random = new Random(seed);
        ForgetfulDisk disk = new ForgetfulDisk();
        Acknowledged acknowledged = new Acknowledged();
        int all = 0;
        int writtenOver = 0;
        for (int failure = 0; failure < FAILURES; failure++) {
            String round = "seed %d, failure %d".formatted(seed, failure);
            if (failure % FAILURES_A_DISK == 0) {
                all += acknowledged.size();
                writtenOver += disk.chunksWrittenOver();
                disk = new ForgetfulDisk();
                if (failure % (2 * FAILURES_A_DISK) == 0) {
                    disk.reuseOldSpaceAtOnce();
                }
                acknowledged = new Acknowledged();
            }
            disk.failAfter(random.nextInt(failure % 2 == 0 ? 100 : 600));
            writeUntilThePowerFails(disk, acknowledged, random);
            disk.losePower(random);
            try (MongoLivingLedger ledger = open(disk)) {
                acknowledged.mustStandIn(ledger.store(), ledger.disclosures(), round);
            }
        }
        assertThat(all).isGreaterThan(FAILURES);
        assertThat(writtenOver).as("chunks written over").isPositive();
    }

    private void writeUntilThePowerFails(ForgetfulDisk disk, Acknowledged acknowledged, Random random)
            throws InterruptedException {
        try (MongoLivingLedger ledger = open(disk);
                ExecutorService writers = Executors.newFixedThreadPool(WRITERS + 1)) {
            List<Future<?>> all = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                Random own = new Random(random.nextLong());
                all.add(writers.submit(() -> ledger.write(own, acknowledged::add)));
            }
            Random own = new Random(random.nextLong());
            all.add(writers.submit(() -> ledger.erase(own)));
            for (Future<?> writer : all) {
                expectAFailureOfTheDisk(writer);
            }
        } catch (LedgerUnavailableException
                | DamagedStoreException
                | NotWrittenException
                | UncheckedIOException failed) {
            assertThat(failed.getMessage()).isNotBlank();
        }
    }

    private static void expectAFailureOfTheDisk(Future<?> writer) throws InterruptedException {
        try {
            writer.get();
        } catch (ExecutionException ended) {
            assertThat(ended.getCause())
                    .isInstanceOfAny(
                            LedgerUnavailableException.class, DamagedStoreException.class, NotWrittenException.class);
        }
    }

    private MongoLivingLedger open(ForgetfulDisk disk) {
        return MongoLivingLedger.open(directory, MongoLivingLedger.OPTIONS.withFileLayer(disk), Duration.ofMillis(200));
    }
}
