package org.openengagement.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openengagement.deployment.topology.Await;
import org.openengagement.deployment.topology.Node;
import org.openengagement.deployment.topology.ProcessGuard;
import org.openengagement.deployment.topology.Topology;
import org.openengagement.embedded.EmbeddedStore;
import org.openengagement.embedded.EmbeddedStoreOptions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The first process of a deployment to come up is a node of the query side: there is no ledger yet, and nobody to write one. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class QueryNodeAloneTest {

    @Test
    void it_starts_says_that_there_is_no_ledger_yet_and_follows_as_soon_as_there_is_one(@TempDir Path directory)
            throws Exception {
        ProcessGuard guard = new ProcessGuard();
        try (EmbeddedStore database = EmbeddedStore.open(
                directory.resolve("data"),
                EmbeddedStoreOptions.standard()
                        .withAppendOnly("commits", "checkpoints")
                        .withErasable("disclosures", "vault"))) {
            Topology nodes = new Topology(side -> database.connectionString(), directory, new Random(), guard);
            Node query = nodes.querySide().getFirst();
            query.start();
            GraphQlClient client = new GraphQlClient(query.address());
            Await.until("the node answers; see " + query.process().log(), () -> answers(client));

            assertNotYet(client, "{ ledger { size origin } }");
            assertNotYet(client, "{ proposals(first: 1) { totalCount } institutions(first: 1) { totalCount } }");
            HttpResponse<String> mutation = client.send(GraphQlClient.submission("Too early"));
            assertThat(mutation.statusCode()).isEqualTo(503);
            assertThat(code(mutation)).isEqualTo("UNAVAILABLE");

            Node command = nodes.commandSide().getFirst();
            command.start();
            Await.until(
                    "the node has read the ledger's first entry",
                    () -> client.tryToAsk("{ ledger { size } }").isPresent());
            assertThat(client.ask("{ ledger { origin } }").at("/ledger/origin").asString())
                    .isEqualTo("localhost/ledger");
            JsonNode accepted = client.submit("In time");
            assertThat(client.ask("{ proposal(reference: \"%s\", minPosition: %d) { stage } }"
                                    .formatted(
                                            accepted.get("reference").asString(),
                                            accepted.get("position").asLong()))
                            .at("/proposal/stage")
                            .asString())
                    .isEqualTo("IN_MODERATION");
            command.process().end();
            query.process().end();
        } finally {
            guard.end();
        }
    }

    private static boolean answers(GraphQlClient client) {
        try {
            return client.send("{ __typename }").statusCode() == 200;
        } catch (java.io.IOException notYet) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static void assertNotYet(GraphQlClient client, String question) throws Exception {
        HttpResponse<String> answer = client.send(question);
        assertThat(code(answer)).as(answer.body()).isEqualTo("UNAVAILABLE");
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    }

    private static String code(HttpResponse<String> answer) {
        return new JsonMapper()
                .readTree(answer.body())
                .at("/errors/0/extensions/code")
                .asString("");
    }
}
