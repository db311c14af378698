package org.openengagement.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.openengagement.ledger.entry.EntryBytes;
import org.openengagement.ledger.events.Role;
import org.openengagement.ledger.store.LedgerObserver;
import org.openengagement.ledger.store.LedgerStore;
import org.openengagement.ledger.store.PendingEntry;
import org.openengagement.ledger.store.Unit;
import org.openengagement.ledger.store.lease.LeaseTerms;
import org.openengagement.ledger.store.mongo.CausalReads;
import org.openengagement.ledger.store.mongo.MongoLedgerStore;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import tools.jackson.databind.JsonNode;

/** A node that another one takes the lease from, as a client and an operator see it. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "axon.serializer.general=jackson3",
            "oel.node-name=skopje:8080",
            // Named, so that the node knows it is not alone; the client that is used is the one of the server.
            "oel.mongodb-uri=mongodb://localhost/ledger",
            "spring.config.import=classpath:org/openengagement/ledger/server.yaml",
            "management.prometheus.metrics.export.enabled=true"
        })
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@SuppressWarnings("NullAway.Init") // Spring and JUnit set the fields
@Timeout(120)
class StandbyOverHttpTest extends ServedCommandSide {

    @Autowired
    MongoDatabase database;

    @Autowired
    AfterOne afterOne;

    private final List<LedgerStore> others = new ArrayList<>();

    @Test
    void a_standby_answers_503_and_says_who_writes_until_the_lease_is_handed_over() throws Exception {
        await(() -> store.writership().writer());
        long empty = store.size();
        assertThat(mutate(submission("first", key())).statusCode()).isEqualTo(200);
        assertThat(component("writer").at("/details/role").asString()).isEqualTo("WRITER");
        String asked = submission("second", key());
        long before = store.size();

        LedgerStore bitola = bitolaTakesTheLease();
        await(() -> !store.writership().writer());

        HttpResponse<String> refused = mutate(asked);
        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(Integer.parseInt(refused.headers().firstValue("Retry-After").orElseThrow()))
                .isBetween(1, 8);
        JsonNode error = JSON.readTree(refused.body()).at("/errors/0");
        assertThat(error.at("/extensions/code").asString()).isEqualTo("UNAVAILABLE");
        assertThat(error.at("/extensions/outcomeUnknown").asBoolean()).isFalse();
        assertThat(error.path("message").asString())
                .contains("standby")
                .contains("bitola:8080")
                .contains("Nothing was recorded");
        assertThat(mutate("a: " + asked + " b: " + submission("third", key())).statusCode())
                .isEqualTo(503);

        HttpResponse<String> imported = importing("{}");
        assertThat(imported.statusCode()).isEqualTo(503);
        assertThat(imported.headers().firstValue("Retry-After")).isPresent();
        assertThat(JSON.readTree(imported.body()).path("detail").asString()).contains("bitola:8080");

        assertThat(component("writer").at("/details/role").asString()).isEqualTo("STANDBY");
        assertThat(component("writer").at("/details/holder").asString()).isEqualTo("bitola:8080");
        assertThat(get("/actuator/health").statusCode()).isEqualTo(200);
        assertThat(get("/actuator/health/readiness").body()).contains("\"UP\"");
        assertThat(store.size()).isEqualTo(before);

        bitola.close();
        await(() -> store.writership().writer());
        assertThat(mutate(asked).statusCode()).isEqualTo(200);
        assertThat(store.size()).isEqualTo(before + (before - empty));
        String metrics = get("/actuator/prometheus").body();
        assertThat(metrics)
                .contains("oel_lease_held 1.0")
                .containsPattern("oel_lease_lost_total [1-9]")
                .contains("oel_append_collisions_total")
                .contains("oel_append_batch_units_count")
                .contains("oel_append_batch_entries_count")
                .contains("oel_append_waiting 0.0")
                .contains("oel_append_answers_lost_total 0.0")
                .containsPattern("oel_append_latency_seconds_count\\{answer=\"recorded\"\\} [1-9]")
                .contains("oel_append_latency_seconds_count{answer=\"clock_refused\"} 0")
                .containsPattern("oel_texts_latency_seconds_count\\{answer=\"kept\"\\} [1-9]")
                .contains("oel_texts_latency_seconds_count{answer=\"refused\"} 0")
                .contains("oel_ledger_head " + (double) store.size());
        assertThat(get("/actuator/metrics/oel.lease.taken").body()).contains("became the one that writes");
        assertThat(get("/actuator/env").statusCode()).isEqualTo(404);
    }

    @Test
    void of_two_mutations_of_which_one_was_carried_out_the_answer_is_no_503() throws Exception {
        await(() -> store.writership().writer());
        long empty = store.size();
        assertThat(mutate(submission("zero", key())).statusCode()).isEqualTo(200);
        long before = store.size();
        afterOne.then(() -> {
            // Another takes the lease, and something is written: the second mutation runs into it.
            var unusedNode = bitolaTakesTheLease();
            LedgerStore stranger = MongoLedgerStore.open(database, Clock.systemUTC(), UUID::randomUUID);
            others.add(stranger);
            var unused = stranger.append(aUnit());
        });

        HttpResponse<String> answer = mutate("a: " + submission("one", key()) + " b: " + submission("two", key()));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Retry-After")).isEmpty();
        assertThat(JSON.readTree(answer.body()).at("/errors/0/extensions/code").asString())
                .isEqualTo("UNAVAILABLE");
        assertThat(store.size()).as("the first mutation and the stranger").isEqualTo(before + (before - empty) + 1);
    }

    @AfterEach
    void no_other_node_is_left() {
        others.forEach(LedgerStore::close);
    }

    private HttpResponse<String> mutate(String mutations) throws IOException, InterruptedException {
        String body = JSON.writeValueAsString(Map.of("query", "mutation { " + mutations + " }"));
        return HTTP.send(
                HttpRequest.newBuilder(at("/graphql"))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpResponse<String> importing(String lines) throws IOException, InterruptedException {
        return HTTP.send(
                HttpRequest.newBuilder(at("/import?name=a&sha256=" + "0".repeat(64)))
                        .header("Content-Type", "application/octet-stream")
                        .header("Authorization", "Bearer " + token(Role.ADMIN, null))
                        .POST(BodyPublishers.ofString(lines))
                        .build(),
                BodyHandlers.ofString());
    }

    private JsonNode component(String name) throws IOException, InterruptedException {
        return JSON.readTree(get("/actuator/health").body()).at("/components/" + name);
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return HTTP.send(HttpRequest.newBuilder(at(path)).build(), BodyHandlers.ofString());
    }

    private static String submission(String title, String key) {
        return "submitProposal(input: {idempotencyKey: \"%s\", kind: IDEA, language: \"en\", title: \"%s\", text: \"There is nowhere to sit.\", topics: [\"parks\"]}) { position userErrors { code } }"
                .formatted(key, title);
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private static Unit aUnit() {
        UUID id = UUID.randomUUID();
        EntryBytes bytes = EntryBytes.of("{}".getBytes(StandardCharsets.UTF_8));
        return new Unit(
                List.of(new PendingEntry("stranger/" + id, 0, id, "SomethingHappened", 1, recordedAt -> bytes)),
                Set.of(),
                null);
    }

    private static void await(BooleanSupplier holds) {
        Instant end = Instant.now().plus(Duration.ofSeconds(60));
        while (!holds.getAsBoolean()) {
            assertThat(Instant.now()).isBefore(end);
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    /** As though it had waited for its 8 seconds; from here on everything is as between two real nodes. */
    private LedgerStore bitolaTakesTheLease() {
        UUID self = UUID.randomUUID();
        LedgerStore bitola = MongoLedgerStore.open(
                database,
                CausalReads.ofOneServer(),
                Clock.systemUTC(),
                () -> self,
                LeaseTerms.amongOthers("bitola:8080"),
                LedgerObserver.NOBODY);
        others.add(bitola);
        Document lease = new Document("_id", "writer")
                .append("holder", self.toString())
                .append("name", "bitola:8080")
                .append("beat", 1_000L)
                .append("released", false);
        var unused = database.getCollection("leases").replaceOne(new Document("_id", "writer"), lease);
        return bitola;
    }

    /** Does something once, when the next unit has been recorded. */
    static final class AfterOne implements LedgerObserver {

        private final LedgerObserver observer;
        private final AtomicReference<Runnable> next = new AtomicReference<>(() -> {});

        AfterOne(LedgerObserver observer) {
            this.observer = observer;
        }

        void then(Runnable something) {
            next.set(something);
        }

        @Override
        public void answered(Answer answer, Duration waited) {
            observer.answered(answer, waited);
            next.getAndSet(() -> {}).run();
        }

        @Override
        public void textsKept(boolean kept, Duration waited) {
            observer.textsKept(kept, waited);
        }

        @Override
        public void waiting(int units) {
            observer.waiting(units);
        }

        @Override
        public void written(int units, int entries, long head) {
            observer.written(units, entries, head);
        }

        @Override
        public void collided() {
            observer.collided();
        }

        @Override
        public void leaseTaken() {
            observer.leaseTaken();
        }

        @Override
        public void leaseLost() {
            observer.leaseLost();
        }
    }

    @TestConfiguration
    static class Observed {

        @Bean
        @Primary
        AfterOne afterOne(@Qualifier("ledgerMeters") LedgerObserver meters) {
            return new AfterOne(meters);
        }
    }
}
