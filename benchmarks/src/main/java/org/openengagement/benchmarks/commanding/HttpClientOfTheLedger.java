package org.openengagement.benchmarks.commanding;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.UUID;

/** Somebody who submits proposals over GraphQL, as a citizen's browser does. */
final class HttpClientOfTheLedger {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private HttpClientOfTheLedger() {}

    /** A client who submits, each time another proposal. */
    static Runnable submission(URI ledger) {
        return () -> submit(ledger);
    }

    private static void submit(URI ledger) {
        String body = """
                {"query": "mutation($input: SubmitProposalInput!) { submitProposal(input: $input) { position } }",
                 "variables": {"input": {"idempotencyKey": "%s", "kind": "IDEA", "language": "en",
                 "title": "A bench by the river", "topics": ["parks"],
                 "text": "There is nowhere to sit by the river between the two bridges. %s"}}}
                """.formatted(UUID.randomUUID(), "It is a pity. ".repeat(40));
        HttpRequest request = HttpRequest.newBuilder(ledger.resolve("/graphql"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            HttpResponse<String> answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200 || !answer.body().contains("\"position\":")) {
                throw new IllegalStateException("A submission was answered " + answer.body());
            }
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
