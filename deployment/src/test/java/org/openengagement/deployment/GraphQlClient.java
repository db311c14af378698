package org.openengagement.deployment;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.openengagement.deployment.topology.Await;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody who asks and writes at one address, and knows nothing of what is behind it. */
record GraphQlClient(URI address) {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = new JsonMapper();

    HttpResponse<String> send(String document) throws IOException, InterruptedException {
        return HTTP.send(
                HttpRequest.newBuilder(address.resolve("/graphql"))
                        .timeout(Duration.ofSeconds(90))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(JSON.writeValueAsString(Map.of("query", document))))
                        .build(),
                BodyHandlers.ofString());
    }

    /** The data of an answer without errors; empty for any other, and for none. */
    Optional<JsonNode> tryToAsk(String document) {
        try {
            HttpResponse<String> answer = send(document);
            JsonNode body = answer.statusCode() == 200 ? JSON.readTree(answer.body()) : JSON.nullNode();
            return body.has("data") && !body.has("errors") ? Optional.of(body.get("data")) : Optional.empty();
        } catch (IOException unanswered) {
            return Optional.empty();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    JsonNode ask(String document) {
        return tryToAsk(document).orElseThrow(() -> new AssertionError("No answer without errors to " + document));
    }

    /** A mutation with an idempotency key of its own. */
    static String submission(String title) {
        return """
            mutation { submitProposal(input: {idempotencyKey: "%s", kind: QUESTION, language: "en", title: "%s", text: "Why is it so?"}) {
                reference position userErrors { message } } }""".formatted(UUID.randomUUID(), title);
    }

    /** Submits a proposal: sends it again with the same idempotency key until it is accepted. */
    JsonNode submit(String title) {
        String mutation = submission(title);
        AtomicReference<JsonNode> accepted = new AtomicReference<>();
        Await.until(title + " is accepted", () -> {
            tryToAsk(mutation).ifPresent(data -> accepted.set(data.get("submitProposal")));
            return accepted.get() != null;
        });
        return accepted.get();
    }
}
