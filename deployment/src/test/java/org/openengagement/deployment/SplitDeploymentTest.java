package org.openengagement.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.mongodb.MongoCommandException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.openengagement.deployment.topology.Node;
import org.openengagement.ledger.store.LedgerUnavailableException;
import org.openengagement.ledger.store.mongo.MongoLedgerStore;
import tools.jackson.databind.JsonNode;

/** The deployment of docker-compose.yml as processes, used at its one address while its parts come and go. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // JUnit calls start before anything else
@Order(2)
class SplitDeploymentTest {

    private static final int UNAUTHORIZED = 13;

    private WholeDeployment deployment;
    private GraphQlClient ledger;
    private final List<String> submitted = new ArrayList<>();

    @BeforeAll
    void start(@TempDir Path directory) {
        deployment = WholeDeployment.start(directory, new Random());
        ledger = new GraphQlClient(deployment.address());
    }

    @AfterAll
    void stop() {
        if (deployment != null) {
            deployment.close();
        }
    }

    @Test
    void the_contract_at_the_one_address_shows_both_halves() {
        assertThat(ledger.ask("{ __schema { queryType { fields { name } } } }").findValuesAsString("name"))
                .contains("proposal", "responseTimes");
        assertThat(ledger.ask("{ __schema { mutationType { fields { name } } } }")
                        .findValuesAsString("name"))
                .contains("submitProposal", "closeCase");
    }

    @Test
    void what_was_written_at_the_one_address_is_read_at_every_node() {
        JsonNode accepted = submit("Mend the lamp");
        for (Node node : deployment.nodes().querySide()) {
            JsonNode read = new GraphQlClient(node.address())
                    .ask("{ proposal(reference: \"%s\", minPosition: %d) { stage } }"
                            .formatted(
                                    accepted.get("reference").asString(),
                                    accepted.get("position").asLong()));
            assertThat(read.at("/proposal/stage").asString()).isEqualTo("IN_MODERATION");
        }
    }

    @Test
    void a_standby_takes_nothing_and_says_so_while_the_one_address_takes_everything() throws Exception {
        submit("Whoever takes it writes");
        List<HttpResponse<String>> answers = new ArrayList<>();
        for (Node node : deployment.nodes().commandSide()) {
            answers.add(new GraphQlClient(node.address()).send(GraphQlClient.submission("Asked directly")));
        }
        submitted.add("Asked directly");
        assertThat(answers).extracting(HttpResponse::statusCode).containsExactlyInAnyOrder(200, 503);
        assertThat(answers).filteredOn(answer -> answer.statusCode() == 503).allSatisfy(refused -> {
            assertThat(refused.headers().firstValue("Retry-After")).isPresent();
            assertThat(refused.body()).contains("standby").contains("UNAVAILABLE");
        });
        assertThat(submit("At the one address").get("position").isNumber()).isTrue();
    }

    @Test
    void each_node_is_killed_in_turn_and_every_mutation_is_accepted_once() {
        List<JsonNode> accepted = new ArrayList<>();
        for (Node node : deployment.nodes().all()) {
            String name = node.name();
            node.process().kill();
            accepted.add(submit("While " + name + " is gone"));
            node.start();
            accepted.add(submit("While " + name + " comes back"));
            node.awaitReady();
        }
        assertThat(accepted)
                .extracting(each -> each.get("position").asLong())
                .isSorted()
                .doesNotHaveDuplicates();
        for (JsonNode each : accepted) {
            JsonNode history = ledger.ask(
                    "{ proposal(reference: \"%s\", minPosition: %d) { history(first: 1) { edges { node { type } } } } }"
                            .formatted(
                                    each.get("reference").asString(),
                                    each.get("position").asLong()));
            assertThat(history.findValuesAsString("type")).containsExactly("ProposalSubmitted");
        }
        long last = accepted.getLast().get("position").asLong();
        JsonNode all = ledger.ask(
                "{ entries(first: 1, minPosition: %d, filter: {type: [\"ProposalSubmitted\"]}) { totalCount } }"
                        .formatted(last));
        assertThat(all.at("/entries/totalCount").asInt()).isEqualTo(submitted.size());
    }

    @Test
    void nobody_of_the_ledger_may_change_what_is_recorded() {
        for (String user : List.of("command-side", "query-side")) {
            try (MongoClient client =
                    MongoClients.create(deployment.replicaSet().connectionString(user))) {
                MongoDatabase database = client.getDatabase("ledger");
                Stream.of("commits", "checkpoints", "fingerprints")
                        .flatMap(SplitDeploymentTest::changesOf)
                        .forEach(change -> assertRefused(database, change));
                assertRefused(database, new Document("dropDatabase", 1));
                assertRefused(
                        client.getDatabase("admin"),
                        new Document("renameCollection", "ledger.commits").append("to", "ledger.gone"));
                assertThat(database.getCollection("commits").countDocuments()).isPositive();
            }
        }
    }

    @Test
    void who_finds_no_index_on_claims_and_may_make_none_is_told_what_to_do() {
        try (MongoClient client = MongoClients.create(deployment.replicaSet().connectionString("command-side"))) {
            MongoDatabase another = client.getDatabase("another");

            assertThatExceptionOfType(LedgerUnavailableException.class)
                    .isThrownBy(() -> MongoLedgerStore.open(another, InstantSource.system(), UUID::randomUUID))
                    .withMessageContaining("The unique index on claims in another.commits")
                    .withMessageContaining("docker compose run --rm initiate");
        }
    }

    @Test
    void who_only_asks_may_not_even_add() {
        try (MongoClient client = MongoClients.create(deployment.replicaSet().connectionString("query-side"))) {
            MongoDatabase database = client.getDatabase("ledger");
            for (String collection : List.of("commits", "disclosures", "leases", "anything")) {
                assertRefused(
                        database,
                        new Document("insert", collection).append("documents", List.of(new Document("_id", -1))));
            }
            assertRefused(database, new Document("find", "leases"));
        }
    }

    private JsonNode submit(String title) {
        submitted.add(title);
        return ledger.submit(title);
    }

    private static Stream<Document> changesOf(String collection) {
        Document all = new Document();
        return Stream.of(
                new Document("update", collection)
                        .append(
                                "updates",
                                List.of(new Document("q", all)
                                        .append("u", new Document("$set", new Document("x", 1))))),
                new Document("delete", collection)
                        .append("deletes", List.of(new Document("q", all).append("limit", 0))),
                new Document("findAndModify", collection).append("query", all).append("remove", true),
                new Document("drop", collection),
                new Document("dropIndexes", collection).append("index", "*"),
                new Document("createIndexes", collection)
                        .append(
                                "indexes",
                                List.of(new Document("key", new Document("recordedAt", 1))
                                        .append("name", "expiring")
                                        .append("expireAfterSeconds", 1_000_000_000))),
                new Document("collMod", collection),
                new Document("collMod", collection).append("expireAfterSeconds", 1_000_000_000),
                new Document("collMod", collection)
                        .append("index", new Document("name", "_id_").append("expireAfterSeconds", 1_000_000_000)),
                new Document("convertToCapped", collection).append("size", 1_000));
    }

    private static void assertRefused(MongoDatabase database, Document command) {
        assertThatExceptionOfType(MongoCommandException.class)
                .as(command.toJson())
                .isThrownBy(() -> database.runCommand(command))
                .satisfies(refused -> assertThat(refused.getErrorCode()).isEqualTo(UNAUTHORIZED));
    }
}
