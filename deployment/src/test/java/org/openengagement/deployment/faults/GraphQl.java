package org.openengagement.deployment.faults;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** GraphQL over HTTP, one attempt at a time. */
final class GraphQl {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    /**
     * An answer as it came.
     *
     * @param status of HTTP
     * @param body what was answered; null where that is no JSON
     */
    record Reply(int status, @Nullable JsonNode body) {}

    /** @throws IOException if no answer came, whatever became of what was asked */
    Reply send(URI node, String document, Map<String, ?> variables, @Nullable String token, Duration patience)
            throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(node.resolve("/graphql"))
                .timeout(patience)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        JSON.writeValueAsString(Map.of("query", document, "variables", variables))));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Reply(response.statusCode(), json(response.body()));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static @Nullable JsonNode json(String body) {
        try {
            return JSON.readTree(body);
        } catch (JacksonException noJson) {
            return null;
        }
    }
}
