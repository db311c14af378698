package org.openengagement.deployment.topology;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The sides' jars, taken apart once in each process of tests, as for the image: nodes start sooner so. */
final class UnpackedJars {

    private static final Map<Side, Path> UNPACKED = new ConcurrentHashMap<>();

    private UnpackedJars() {}

    /** What a node of a side runs from; where the project was not packaged, the test is skipped. */
    static Path of(Side side) {
        return UNPACKED.computeIfAbsent(side, UnpackedJars::unpack);
    }

    private static Path unpack(Side side) {
        Path jar = DeploymentFiles.nodeJar(side.title());
        Path into = Path.of(System.getProperty("oel.nodes", "target/nodes"), side.title())
                .toAbsolutePath();
        try {
            int status = new ProcessBuilder(
                            Side.java(),
                            "-XX:TieredStopAtLevel=1",
                            "-Djarmode=tools",
                            "-jar",
                            jar.toString(),
                            "extract",
                            "--force",
                            "--destination",
                            into.toString())
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start()
                    .waitFor();
            if (status != 0) {
                throw new IllegalStateException("%s cannot be taken apart.".formatted(jar));
            }
            return into.resolve(jar.getFileName());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
