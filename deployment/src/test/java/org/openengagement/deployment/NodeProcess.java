package org.openengagement.deployment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.openengagement.deployment.faults.Await;
import org.openengagement.deployment.faults.ChildProcess;
import org.openengagement.deployment.faults.ProcessGuard;

/** A node of one side as a process of its own, from the jar that the image is made of. */
final class NodeProcess implements AutoCloseable {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final ChildProcess process;
    private final URI address;

    /**
     * @param program the folder that {@link #unpacked} made
     * @param settings as the files of the deployment have them
     * @param mongodbUri how it logs in; it gets it as a secret, in a file
     */
    NodeProcess(
            String name,
            Path program,
            Map<String, String> settings,
            String mongodbUri,
            Path directory,
            ProcessGuard guard) {
        Map<String, String> environment = new TreeMap<>(settings);
        environment.put("OEL_SECRETS", secrets(directory.resolve(name + "-secrets"), mongodbUri));
        this.address = URI.create("http://127.0.0.1:" + settings.get("SERVER_PORT"));
        // What the build itself was told of a MongoDB is not meant for the node.
        List<String> command = List.of(
                "env",
                "-u",
                "OEL_MONGODB_URI",
                "-u",
                "MONGODB_URI",
                java().toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "-jar",
                program.toString());
        this.process = new ChildProcess(name, command, environment, directory.resolve(name + ".log"), guard);
    }

    /** The jar of a side, taken apart as for the image: it starts sooner so. */
    static Path unpacked(String side, Path directory) {
        Path into = directory.resolve(side);
        try {
            int status = new ProcessBuilder(
                            java().toString(),
                            "-Djarmode=tools",
                            "-jar",
                            DeploymentFiles.nodeJar(side).toString(),
                            "extract",
                            "--destination",
                            into.toString())
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start()
                    .waitFor();
            if (status != 0) {
                throw new IllegalStateException("The jar of the %s cannot be taken apart.".formatted(side));
            }
            return into.resolve(side + "-node.jar");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static Path java() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }

    private static String secrets(Path folder, String mongodbUri) {
        try {
            Files.writeString(Files.createDirectories(folder).resolve("oel.mongodb-uri"), mongodbUri);
            return folder.toString();
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    URI address() {
        return address;
    }

    ChildProcess process() {
        return process;
    }

    NodeProcess start() {
        process.start();
        return this;
    }

    void awaitReady() {
        Await.until(process.name() + " is ready; see " + process.log(), this::isReady);
    }

    private boolean isReady() {
        try {
            return HTTP.send(
                                    HttpRequest.newBuilder(address.resolve("/actuator/health/readiness"))
                                            .timeout(Duration.ofSeconds(5))
                                            .build(),
                                    BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    @Override
    public void close() {
        process.kill();
    }
}
