package org.openengagement.deployment.topology;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * The sides' jars, taken apart as for the image, with an archive of the classes that a node loads: a node starts with half the
 * work so. It is made once for all processes of a build's tests. Where the JVM makes no such archive, nodes start without one.
 */
final class UnpackedJars {

    private static final Map<Side, List<String>> ARGUMENTS = new ConcurrentHashMap<>();
    private static final String NOBODY_THERE = "mongodb://127.0.0.1:1/ledger?serverSelectionTimeoutMS=200";

    private UnpackedJars() {}

    /** How Java is told to run a node of a side; where the project was not packaged, the test is skipped. */
    static List<String> argumentsFor(Side side) {
        return ARGUMENTS.computeIfAbsent(side, UnpackedJars::makeOnce);
    }

    private static List<String> makeOnce(Side side) {
        Path jar = DeploymentFiles.nodeJar(side.title());
        Path folder = Path.of("target", "nodes", side.title()).toAbsolutePath();
        Path archive = folder.resolve("classes.jsa");
        try {
            Files.createDirectories(folder);
            try (FileChannel file =
                    FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                // It ends with the channel.
                FileLock alone = file.lock();
                Path made = folder.resolve("made");
                if (alone.isValid() && !isYounger(made, jar)) {
                    unpack(jar, folder);
                    archiveClasses(folder.resolve(jar.getFileName()), archive);
                    Files.writeString(made, jar.toString());
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return arguments(folder.resolve(jar.getFileName()), archive);
    }

    private static boolean isYounger(Path made, Path jar) throws IOException {
        return Files.exists(made) && Files.getLastModifiedTime(made).compareTo(Files.getLastModifiedTime(jar)) > 0;
    }

    private static void unpack(Path jar, Path folder) throws IOException {
        int status = run(
                "-Djarmode=tools", "-jar", jar.toString(), "extract", "--force", "--destination", folder.toString());
        if (status != 0) {
            throw new IllegalStateException("%s cannot be taken apart.".formatted(jar));
        }
    }

    /** From a node whose database is away: it ends by itself, and has loaded nearly all that a node loads. */
    private static void archiveClasses(Path jar, Path archive) throws IOException {
        Files.deleteIfExists(archive);
        run(
                "-XX:ArchiveClassesAtExit=" + archive,
                "-jar",
                jar.toString(),
                "--server.port=0",
                "--oel.mongodb-uri=" + NOBODY_THERE,
                "--oel.key-dir=" + archive.resolveSibling("keys"),
                "--oel.index-dir=" + archive.resolveSibling("index"),
                "--oel.command-side.addresses=http://127.0.0.1:1");
    }

    private static List<String> arguments(Path jar, Path archive) {
        List<String> arguments = new ArrayList<>();
        if (Files.exists(archive)) {
            arguments.add("-XX:SharedArchiveFile=" + archive);
        }
        arguments.add("-jar");
        arguments.add(jar.toString());
        return List.copyOf(arguments);
    }

    /** Runs Java to its end, and gives its status. */
    private static int run(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(Side.java());
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            if (!process.waitFor(5, TimeUnit.MINUTES)) {
                throw new IllegalStateException("%s does not end.".formatted(command));
            }
            return process.exitValue();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        } finally {
            process.destroyForcibly();
        }
    }
}
