package org.openengagement.benchmarks.places;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;

/** A database that a script of the project starts for this run, and that ends with it. */
final class Tool implements AutoCloseable {

    private static final FileAttribute<?> FOR_OTHERS_TOO =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x"));

    private final Path script;
    private final Path data;
    private final String uri;

    private Tool(Path script, Path data, String uri) {
        this.script = script;
        this.data = data;
        this.uri = uri;
    }

    /**
     * Starts it.
     *
     * @param name of the script in {@code tools/}
     * @throws UnavailableException if it cannot be had here
     */
    static Tool start(String name) {
        Path script = script(name);
        try {
            // Open to others, since PostgreSQL refuses to run as root.
            Path data = Files.createTempDirectory("benchmark-" + name, FOR_OTHERS_TOO)
                    .resolve("data");
            run(script, "start", data);
            return new Tool(script, data, run(script, "uri", data));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    String uri() {
        return uri;
    }

    @Override
    public void close() {
        run(script, "stop", data);
    }

    private static String run(Path script, String action, Path data) {
        try {
            Path said = Files.createTempFile("benchmark", ".out");
            ProcessBuilder command = new ProcessBuilder(script.toString(), action, data.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile());
            // However this run ends, no database stays behind.
            command.environment()
                    .put(
                            "STOP_WITH_PROCESS",
                            String.valueOf(ProcessHandle.current().pid()));
            Process process = command.start();
            if (!process.waitFor(5, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new UnavailableException("%s %s did not end".formatted(script.getFileName(), action));
            }
            String text = Files.readString(said, StandardCharsets.UTF_8).strip();
            Files.delete(said);
            if (process.exitValue() != 0) {
                throw new UnavailableException(text);
            }
            return text;
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new UnavailableException("interrupted");
        }
    }

    private static Path script(String name) {
        for (Path above = Path.of("").toAbsolutePath(); above != null; above = above.getParent()) {
            Path script = above.resolve("tools").resolve(name);
            if (Files.isExecutable(script)) {
                return script;
            }
        }
        throw new UnavailableException("tools/%s is not there".formatted(name));
    }
}
