package org.openengagement.ledger.durability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@Execution(ExecutionMode.CONCURRENT)
class KilledTest {

    private static final int KILLS = Boolean.getBoolean("oel.whole") ? 100 : 20;
    private static final int WRITERS = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path directory;

    @TempDir
    Path elsewhere;

    @Test
    void what_a_process_acknowledged_stands_after_it_was_killed_under_load() throws Exception {
        long seed = Long.getLong("oel.seed", System.nanoTime());
        Random random = new Random(seed);
        Acknowledged acknowledged = new Acknowledged();
        for (int kill = 0; kill < KILLS; kill++) {
            Process victim = start();
            try (BufferedReader said = victim.inputReader()) {
                assertThat(said.readLine()).as("the victim's first word").isEqualTo("opening");
                // Now and then it dies while it is still opening the store.
                for (int more = kill % 5 == 4 ? 0 : 1 + random.nextInt(30); more > 0; more--) {
                    String line = said.readLine();
                    assertThat(line)
                            .as("the victim goes on; it said: " + complaints())
                            .isNotNull();
                    acknowledged.addLine(line);
                }
                victim.toHandle().destroyForcibly();
                said.lines().forEach(acknowledged::addLine);
            } finally {
                victim.toHandle().destroyForcibly();
            }
            assertThat(victim.waitFor(1, TimeUnit.MINUTES)).isTrue();
            try (MongoLivingLedger ledger = MongoLivingLedger.open(directory, MongoLivingLedger.OPTIONS, PATIENCE)) {
                acknowledged.mustStandIn(
                        ledger.store(), ledger.disclosures(), "seed %d, kill %d".formatted(seed, kill));
            }
        }
        assertThat(acknowledged.size()).isGreaterThan(KILLS);
    }

    private String complaints() throws IOException {
        return Files.readString(elsewhere.resolve("complaints"));
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
                .redirectError(elsewhere.resolve("complaints").toFile())
                .start();
    }

    /** Appends from several threads, and says what was acknowledged. */
    static final class Victim {

        private Victim() {}

        public static void main(String[] arguments) {
            System.out.println("opening");
            MongoLivingLedger ledger =
                    MongoLivingLedger.open(Path.of(arguments[0]), MongoLivingLedger.OPTIONS, PATIENCE);
            for (int writer = 0; writer < WRITERS; writer++) {
                Thread.ofPlatform()
                        .start(() -> ledger.write(
                                new Random(),
                                (recorded, stream, ids) ->
                                        System.out.println(Acknowledged.line(recorded, stream, ids))));
            }
            Thread.ofPlatform().start(() -> ledger.erase(new Random()));
        }
    }
}
