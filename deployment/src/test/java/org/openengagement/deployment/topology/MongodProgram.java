package org.openengagement.deployment.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** The {@code mongod} that the project's tool fetches. */
public final class MongodProgram {

    private MongodProgram() {}

    /** Where it is; where it cannot be had, the test is skipped, and says why. */
    public static Path pathOrSkip() {
        try {
            Path said = Files.createTempFile("oel-mongod", ".out");
            try {
                Process process = new ProcessBuilder(tool().toString(), "mongod")
                        .redirectErrorStream(true)
                        .redirectOutput(said.toFile())
                        .start();
                boolean ended = process.waitFor(5, TimeUnit.MINUTES);
                String answer = Files.readString(said, UTF_8).strip();
                Assumptions.assumeTrue(ended && process.exitValue() == 0, () -> "No mongod here: " + answer);
                return Path.of(answer);
            } finally {
                Files.delete(said);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static Path tool() {
        for (Path above = Path.of("").toAbsolutePath(); above != null; above = above.getParent()) {
            Path tool = above.resolve("tools").resolve("mongod-replica-set");
            if (Files.isExecutable(tool)) {
                return tool;
            }
        }
        return Assumptions.abort("No mongod here: tools/mongod-replica-set is not there");
    }
}
