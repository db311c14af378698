package org.openengagement.benchmarks.places;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The standalone ledger as a process of its own, on the embedded store, as {@code oel serve} starts it. */
public final class ServedLedger implements AutoCloseable {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Pattern UP = Pattern.compile("The ledger is at (http://\\S+)");
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Process process;
    private final URI address;

    private ServedLedger(Process process, URI address) {
        this.process = process;
        this.address = address;
    }

    /** Starts one that keeps its data in a folder, and waits until it serves. */
    public static ServedLedger start(Path folder) {
        try {
            ProcessBuilder command = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx1g",
                            "--enable-native-access=ALL-UNNAMED",
                            "-cp",
                            System.getProperty("java.class.path"),
                            "org.openengagement.standalone.cli.Oel",
                            "serve",
                            "--data-dir",
                            dataDirectory(folder).toString(),
                            "--key-dir",
                            folder.resolve("keys").toString(),
                            "--server.port",
                            "0")
                    .redirectErrorStream(true);
            // On the embedded store, wherever this run has its MongoDB.
            command.environment().remove("MONGODB_URI");
            Process process = command.start();
            return new ServedLedger(process, address(process));
        } catch (IOException unusable) {
            throw new UncheckedIOException(unusable);
        }
    }

    /** Where one that is served from a folder keeps its embedded store. */
    public static Path dataDirectory(Path folder) {
        return folder.resolve("data");
    }

    public URI address() {
        return address;
    }

    /**
     * Waits until its answers reflect a position.
     *
     * @return whether they did within ten minutes
     */
    public boolean awaitReached(long position) {
        String body = "{\"query\": \"{ institutions(first: 1, minPosition: %d) { totalCount } }\"}".formatted(position);
        HttpRequest request = HttpRequest.newBuilder(address.resolve("/graphql"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        long end = System.nanoTime() + PATIENCE.toNanos();
        // The server waits up to three seconds each time, so that this asks seldom.
        while (!answer(request).contains("\"totalCount\":")) {
            if (System.nanoTime() > end) {
                return false;
            }
        }
        return true;
    }

    /** Stops it as an operator would, and waits until it has. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(1, TimeUnit.MINUTES)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException stopped) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /** It says where it is once it serves. What it says after that is read and forgotten, so that it never has to wait. */
    private static URI address(Process process) throws IOException {
        List<String> said = new ArrayList<>();
        BufferedReader output = process.inputReader();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            said.add(line);
            Matcher up = UP.matcher(line);
            if (up.find()) {
                Thread.ofVirtual().start(() -> forgetTheRest(output));
                return URI.create(up.group(1));
            }
        }
        process.destroy();
        throw new IllegalStateException("The ledger cannot be served: " + String.join("\n", said));
    }

    private static void forgetTheRest(BufferedReader output) {
        try {
            var unused = output.transferTo(Writer.nullWriter());
        } catch (IOException ended) {
            // The process has ended, and its output with it.
        }
    }

    private static String answer(HttpRequest request) {
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.ofString()).body();
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
