package org.openengagement.command.importing.remote;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.SequenceInputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.openengagement.command.importing.formats.Formats;
import org.openengagement.command.importing.running.ImportFile;
import org.openengagement.command.importing.running.ImportOptions;
import org.openengagement.command.importing.running.ImportReport;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Imports files through a server, as {@link ImportDesk} takes them. */
public final class ImportClient implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int LONGEST_COMPLAINT = 1 << 16;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private final URI server;
    private final String token;

    private ImportClient(URI server, String token) {
        this.server = server;
        this.token = token;
    }

    /**
     * A client of one server.
     *
     * @param server where it is, such as {@code http://localhost:8080}; a path before {@code /import} can follow
     * @param token a bearer token of the role ADMIN
     * @throws ImportNotDoneException if one of the two cannot be meant
     */
    public static ImportClient of(String server, String token) {
        if (!token.strip().matches("[A-Za-z0-9._~+/=-]+")) {
            throw new ImportNotDoneException("The token is empty or holds characters that no token has.", null);
        }
        try {
            URI address = URI.create(server.strip().replaceFirst("/+$", "") + "/import");
            if (address.getHost() != null
                    && address.getRawQuery() == null
                    && address.getRawFragment() == null
                    && address.getScheme().toLowerCase(Locale.ROOT).matches("https?")) {
                return new ImportClient(address, token.strip());
            }
        } catch (IllegalArgumentException noAddress) {
            throw noServer(server, noAddress);
        }
        throw noServer(server, null);
    }

    /**
     * Sends a file, and the one that its format takes together with it where it lies beside; waits until it is imported.
     *
     * @param progress told now and then how far it is, and every line that was refused, and last what came of it, on the
     *     calling thread
     * @return what came of it
     * @throws ImportNotDoneException if the server cannot be reached, refuses, fails or is lost
     * @throws IOException if the file cannot be read
     * @throws InterruptedException if the thread is interrupted; the import stops, and can be given again
     */
    public ImportReport send(Path file, String format, ImportOptions options, Consumer<ImportReport> progress)
            throws IOException, InterruptedException {
        HttpResponse<InputStream> response = answer(request(file, format, options));
        try (InputStream body = response.body()) {
            if (response.statusCode() != 200) {
                throw complaint(response.statusCode(), body);
            }
            return follow(body, progress);
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }

    private HttpRequest request(Path file, String format, ImportOptions options) throws IOException {
        Optional<Path> beside = Formats.beside(format, file);
        BodyPublisher body = BodyPublishers.ofFile(file);
        ImportFile.Content sent = () -> Files.newInputStream(file);
        String more = "";
        if (beside.isPresent()) {
            Path other = beside.get();
            body = BodyPublishers.concat(body, BodyPublishers.ofFile(other));
            sent = () -> new SequenceInputStream(Files.newInputStream(file), Files.newInputStream(other));
            more = "&beside=" + Files.size(other);
        }
        String query = "?name=%s&format=%s&registerInstitutions=%s&strict=%s&sha256=%s%s"
                .formatted(
                        encoded(file.getFileName().toString()),
                        encoded(format),
                        options.registerInstitutions(),
                        options.strict(),
                        ImportFile.sha256(sent),
                        more);
        return HttpRequest.newBuilder(URI.create(server + query))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/octet-stream")
                .header("Accept", ProgressLines.TYPE + ", application/problem+json")
                .expectContinue(true)
                .POST(body)
                .build();
    }

    private HttpResponse<InputStream> answer(HttpRequest request) throws InterruptedException {
        try {
            return http.send(request, BodyHandlers.ofInputStream());
        } catch (ConnectException | HttpTimeoutException | SSLException unreachable) {
            throw new ImportNotDoneException(
                    "No server answers at %s. Is it running there?".formatted(server.getAuthority()), unreachable);
        } catch (IOException lost) {
            throw lost(lost);
        }
    }

    private ImportReport follow(InputStream body, Consumer<ImportReport> progress) {
        BufferedReader lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
        for (Optional<String> line = next(lines); line.isPresent(); line = next(lines)) {
            ImportReport report = report(line.get());
            progress.accept(report);
            if (report.over()) {
                return report;
            }
        }
        throw lost(null);
    }

    private Optional<String> next(BufferedReader lines) {
        try {
            return Optional.ofNullable(lines.readLine());
        } catch (IOException lost) {
            throw lost(lost);
        }
    }

    private ImportReport report(String line) {
        try {
            JsonNode read = JSON.readTree(line);
            if (read.path("error").isString()) {
                throw new ImportNotDoneException(read.path("error").asString(), null);
            }
            if (read.path("over").isBoolean()) {
                return JSON.treeToValue(read, ImportReport.class);
            }
        } catch (JacksonException noReport) {
            throw notOurs(noReport);
        }
        throw notOurs(null);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private ImportNotDoneException complaint(int status, InputStream body) {
        String said = said(body);
        if (!said.isBlank()) {
            return new ImportNotDoneException(said, null);
        }
        return status < 500
                ? notOurs(null)
                : new ImportNotDoneException(
                        "The server failed (HTTP %d). Its log says why. Give the file again then: nothing is recorded twice."
                                .formatted(status),
                        null);
    }

    /** The sentence in a problem, or in an error of the shape that GraphQL has; empty where there is none. */
    private String said(InputStream body) {
        try {
            JsonNode problem = JSON.readTree(body.readNBytes(LONGEST_COMPLAINT));
            return problem.path("detail")
                    .asString(problem.at("/errors/0/message").asString(""));
        } catch (JacksonException noProblem) {
            return "";
        } catch (IOException lost) {
            throw lost(lost);
        }
    }

    private ImportNotDoneException lost(@Nullable IOException cause) {
        return new ImportNotDoneException(
                "The connection to %s was lost before the import was over. Give the file again: it goes on where it was, and nothing is recorded twice."
                        .formatted(server.getAuthority()),
                cause);
    }

    private ImportNotDoneException notOurs(@Nullable Exception cause) {
        return new ImportNotDoneException(
                "What answers at %s is no ledger that takes imports.".formatted(server.getAuthority()), cause);
    }

    private static ImportNotDoneException noServer(String server, @Nullable Exception cause) {
        return new ImportNotDoneException(
                "%s is no address of a server; it must be such as http://localhost:8080".formatted(server), cause);
    }
}
