package org.openengagement.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openengagement.embedded.EmbeddedStore;
import org.openengagement.embedded.EmbeddedStoreOptions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What whoever sends a command is told while the database is gone, over HTTP. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DatabaseGoneTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String FIRST = "the-first-of-two-proposals";
    private static final String SECOND = "the-second-of-two-proposals";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    private Path directory;

    @Test
    void a_command_is_told_to_come_again_and_comes_again_and_is_recorded_once() throws Exception {
        EmbeddedStoreOptions options = EmbeddedStoreOptions.standard().withAppendOnly("commits");
        try (EmbeddedStore database = EmbeddedStore.open(directory.resolve("database"), options);
                Door door = new Door(URI.create(database.connectionString()).getPort());
                ServedLedger ledger = ServedLedger.of(through(door, database));
                HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<String> before = submit(http, ledger, FIRST);
            assertThat(before.statusCode()).as(before.body()).isEqualTo(200);
            assertThat(position(before)).as(before.body()).isPositive();

            door.shut();
            HttpResponse<String> refused = submit(http, ledger, SECOND);

            assertThat(refused.statusCode()).as(refused.body()).isEqualTo(503);
            assertThat(refused.headers().firstValue("Retry-After").orElse("")).matches("[1-9][0-9]*");
            JsonNode error = JSON.readTree(refused.body()).at("/errors/0");
            assertThat(error.at("/extensions/code").asString()).isEqualTo("UNAVAILABLE");
            assertThat(error.at("/message").asString()).endsWith(".").doesNotContain("com.mongodb", "Exception");

            door.open();
            await().atMost(PATIENCE).until(() -> submit(http, ledger, SECOND).statusCode() == 200);

            HttpResponse<String> repeated = submit(http, ledger, SECOND);
            assertThat(position(repeated)).isGreaterThan(position(before));
            ledger.untilReached();
            assertThat(ledger.ask("{ proposals { totalCount } }")
                            .at("/proposals/totalCount")
                            .asInt())
                    .isEqualTo(2);
        }
    }

    /** As an operator names a MongoDB: the patience that the embedded store writes into its own address is left out. */
    private LedgerSettings through(Door door, EmbeddedStore database) {
        String uri = database.connectionString()
                .replaceFirst(":[0-9]+/", ":%d/".formatted(door.port()))
                .replaceAll("&(connectT|t)imeoutMS=[0-9]+", "");
        return ServedLedger.settings(directory, uri);
    }

    private static long position(HttpResponse<String> answer) {
        return JSON.readTree(answer.body()).at("/data/submitProposal/position").asLong(-1);
    }

    private static HttpResponse<String> submit(HttpClient http, ServedLedger ledger, String key) throws Exception {
        String mutation =
                "mutation S($input: SubmitProposalInput!) { submitProposal(input: $input) { position userErrors { message } } }";
        Map<String, ?> input = Map.of(
                "idempotencyKey",
                key,
                "kind",
                "IDEA",
                "language",
                "en",
                "title",
                key,
                "text",
                "There is nowhere to sit.");
        return http.send(
                HttpRequest.newBuilder(URI.create(ledger.url() + "/graphql"))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(
                                Map.of("query", mutation, "variables", Map.of("input", input)))))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
