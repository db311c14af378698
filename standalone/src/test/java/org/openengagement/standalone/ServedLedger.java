package org.openengagement.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openengagement.ledger.store.LedgerStore;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A ledger served to a test over HTTP, as anybody would use it. */
public final class ServedLedger implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http = HttpClient.newHttpClient();
    private final RunningLedger ledger;

    private ServedLedger(RunningLedger ledger) {
        this.ledger = ledger;
    }

    /** One in a directory, on the embedded store, at a free port. */
    public static ServedLedger in(Path directory) {
        return of(settings(directory));
    }

    /** One of other settings, at a free port. */
    static ServedLedger of(LedgerSettings settings) {
        return new ServedLedger(RunningLedger.serve(settings, 0));
    }

    /** Its settings there. */
    public static LedgerSettings settings(Path directory) {
        return settings(directory, null);
    }

    /** The same, over a MongoDB. */
    public static LedgerSettings settings(Path directory, @Nullable String mongodbUri) {
        return new LedgerSettings(
                directory.resolve("data"),
                directory.resolve("keys"),
                mongodbUri,
                "localhost/test-ledger",
                ZoneId.of("Europe/London"),
                List.of("en"),
                false);
    }

    public String url() {
        return "http://localhost:" + ledger.port();
    }

    /** What is running, for a test that looks inside. */
    RunningLedger running() {
        return ledger;
    }

    /** Asks, and expects an answer without errors. */
    public JsonNode ask(String query, Map<String, ?> variables) {
        JsonNode answer = send(query, variables, null);
        if (answer.has("errors")) {
            throw new AssertionError(query + "\n" + answer.toPrettyString());
        }
        return answer.get("data");
    }

    /** Asks, and expects an answer without errors. */
    public JsonNode ask(String query) {
        return ask(query, Map.of());
    }

    /** The whole answer, errors included. */
    public JsonNode send(String query, Map<String, ?> variables, @Nullable String token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url() + "/graphql"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        JSON.writeValueAsString(Map.of("query", query, "variables", variables))));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return JSON.readTree(send(request.build()).body());
    }

    /** Waits until the read models hold everything that the ledger held a moment ago. */
    public void untilReached() {
        long last = ledger.part(LedgerStore.class).size() - 1;
        ask(
                "query Reached($last: Position) { institutions(first: 1, minPosition: $last) { totalCount } }",
                Map.of("last", last));
    }

    /** What a browser gets at a path. */
    public HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(URI.create(url() + path)).build());
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    @Override
    public void close() {
        ledger.close();
        http.close();
    }
}
