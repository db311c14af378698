package org.openengagement.command.importing.formats;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Real data that lies beside the project, where it does. */
public final class SharedData {

    private SharedData() {}

    /** A file of the data; the test that asks is skipped where it is not there. */
    public static Path file(String name) {
        String named = System.getenv("OEL_SHARED");
        Path file = (named != null
                        ? Stream.of(Path.of(named))
                        : Stream.of(Path.of("../shared"), Path.of("../../shared")))
                .map(folder -> folder.resolve("data").resolve(name))
                .filter(Files::isRegularFile)
                .findFirst()
                .orElse(Path.of(name));
        assumeTrue(
                Files.isRegularFile(file),
                "The real data " + name + " is not there; OEL_SHARED may say in which folder it lies.");
        return file;
    }

    /** How many rows of the big file a build takes: 3,000, or all of them where the whole is asked for. */
    public static long questions() {
        return Boolean.getBoolean("oel.whole") ? Long.MAX_VALUE : 3_000;
    }
}
