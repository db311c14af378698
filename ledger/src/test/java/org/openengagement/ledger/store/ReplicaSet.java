package org.openengagement.ledger.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/**
 * A real MongoDB for the tests: the one that {@code OEL_MONGODB_URI} or {@code MONGODB_URI} names, else a replica set of three
 * that is started for this run, and stopped with it.
 */
public final class ReplicaSet {

    private static final ReplicaSet THE_ONE = new ReplicaSet();

    private final @Nullable String connectionString;
    private final String whyNot;

    private ReplicaSet() {
        Optional<String> given = Optional.ofNullable(System.getenv("OEL_MONGODB_URI"))
                .or(() -> Optional.ofNullable(System.getenv("MONGODB_URI")))
                .filter(uri -> !uri.isBlank());
        String found = null;
        String reason = "";
        if (given.isPresent()) {
            found = given.get();
        } else {
            try {
                found = start();
            } catch (Unavailable unavailable) {
                reason = String.valueOf(unavailable.getMessage());
            }
        }
        connectionString = found;
        whyNot = reason;
    }

    /** Its connection string; where there is none, the test is skipped, and says why. */
    public static String connectionStringOrSkip() {
        Assumptions.assumeTrue(THE_ONE.connectionString != null, () -> "No real MongoDB: " + THE_ONE.whyNot);
        return java.util.Objects.requireNonNull(THE_ONE.connectionString);
    }

    private static String start() {
        Path script = script();
        try {
            Path data = Files.createTempDirectory("oel-replica-set");
            run(script, "start", data);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> run(script, "stop", data)));
            return run(script, "uri", data);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static String run(Path script, String action, Path directory) {
        try {
            Path output = Files.createTempFile("oel-replica-set", ".out");
            ProcessBuilder command = new ProcessBuilder(script.toString(), action, directory.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            // However this run ends, no database stays behind.
            command.environment()
                    .put(
                            "STOP_WITH_PROCESS",
                            String.valueOf(ProcessHandle.current().pid()));
            Process process = command.start();
            if (!process.waitFor(5, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new Unavailable("%s %s did not end".formatted(script, action));
            }
            String said = Files.readString(output, UTF_8).strip();
            Files.delete(output);
            if (process.exitValue() != 0) {
                throw new Unavailable(said);
            }
            return said;
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Unavailable("interrupted");
        }
    }

    private static Path script() {
        for (Path above = Path.of("").toAbsolutePath(); above != null; above = above.getParent()) {
            Path script = above.resolve("tools").resolve("mongod-replica-set");
            if (Files.isExecutable(script)) {
                return script;
            }
        }
        throw new Unavailable("tools/mongod-replica-set is not there; set OEL_MONGODB_URI to a replica set instead");
    }

    private static final class Unavailable extends RuntimeException {

        Unavailable(String why) {
            super(why);
        }
    }
}
