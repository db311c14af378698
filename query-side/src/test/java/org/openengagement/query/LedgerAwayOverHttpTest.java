package org.openengagement.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.openengagement.query.ledgers.CaseStory;
import org.openengagement.query.ledgers.CuttableLedger;
import org.openengagement.query.ledgers.MemoryLedger;
import org.openengagement.query.ledgers.MemorySource;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A node whose ledger goes away and comes back, asked as anybody asks it. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@SpringBootTest(
        classes = LedgerAwayOverHttpTest.QuerySide.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "management.endpoints.web.exposure.include=health,metrics,prometheus",
            "management.prometheus.metrics.export.enabled=true",
            "management.endpoint.health.show-details=always",
            "management.endpoint.health.probes.enabled=true",
            "management.endpoint.health.group.readiness.include=readinessState,following"
        })
@Timeout(120)
class LedgerAwayOverHttpTest {

    private static final MemoryLedger LEDGER = MemoryLedger.opened();
    private static final CuttableLedger LINE = new CuttableLedger(LEDGER);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    /** No configuration of its own, so that a test beside this one does not find it in its scan. */
    @EnableAutoConfiguration
    @ComponentScan("org.openengagement.query")
    static class QuerySide {

        @Bean
        CuttableLedger openedLedger() {
            return LINE;
        }

        @Bean
        MemorySource openedEvents() {
            return new MemorySource(LEDGER, LINE);
        }
    }

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        registry.add(
                "oel.index-dir",
                () -> Path.of("target", "index-away-" + ProcessHandle.current().pid())
                        .toString());
    }

    @BeforeEach
    void the_ledger_is_there() {
        LINE.isCut(false);
        if (LEDGER.size() < 5) {
            CaseStory.submitted(LEDGER, "0000000012", "2026-01-05", "Mend the bridge", "It shakes.")
                    .published("2026-01-06")
                    .referredTo("skopje", "2026-01-07", "2026-01-22")
                    .answered("2026-01-20", "It was mended.");
        }
        until(() ->
                ask("{ ledger { reached } }").at("/extensions/ledger/position").asLong() == LEDGER.size() - 1);
        until(() ->
                ask("{ ledger { reached } }").at("/extensions/ledger/reachable").asBoolean());
        until(() -> get("/actuator/health/readiness").statusCode() == 200);
    }

    @Test
    void what_the_node_has_is_answered_with_how_old_it_is_and_what_it_has_not_is_refused_at_once() {
        LINE.isCut(true);
        until(() -> !ask("{ ledger { reached } }")
                .at("/extensions/ledger/reachable")
                .asBoolean(true));
        long last = LEDGER.size() - 1;
        CaseStory.submitted(LEDGER, "%010d".formatted(LEDGER.size()), "2026-01-08", "Come later", "While away");

        JsonNode answer = ask("""
                { ledger { size reached zone } institutions { totalCount }
                  proposals(filter: { search: "bridge" }) { totalCount edges { node { title stage } } }
                  proposal(reference: "0000000012") { title referrals { outcome responses { text } } }
                  responseTimes(asOf: { position: %d }, day: "2026-02-01") { groups { answered } }
                  today: responseTimes { groups { answered } } }
                """.formatted(last));
        assertThat(answer.has("errors")).as(answer.toString()).isFalse();
        assertThat(answer.at("/data/ledger/size").asLong()).isEqualTo(last + 1);
        assertThat(answer.at("/data/proposals/edges/0/node/title").asString()).isEqualTo("Mend the bridge");
        assertThat(answer.at("/data/responseTimes/groups/0/answered").asInt()).isEqualTo(1);
        assertThat(answer.at("/extensions/ledger/position").asLong()).isEqualTo(last);
        assertThat(answer.at("/extensions/ledger/asOf").asString()).isNotBlank();

        for (String document : new String[] {
            "{ entries(last: 1) { edges { node { data } } } }",
            "{ proposal(reference: \"0000000012\", asOf: { position: 4 }) { stage } }",
            "{ ledger { head { position } } }"
        }) {
            HttpResponse<String> refused = post(document);
            assertThat(refused.statusCode()).as(document).isEqualTo(503);
            assertThat(refused.headers().firstValue("Retry-After")).isPresent();
            assertThat(JSON.readTree(refused.body())
                            .at("/errors/0/extensions/code")
                            .asString())
                    .isEqualTo("UNAVAILABLE");
        }
        HttpResponse<String> some =
                post("{ institutions { totalCount } entries(last: 1) { edges { cursor node { type } } } }");
        assertThat(some.body()).contains("UNAVAILABLE");
        assertThat(get("/actuator/health/readiness").statusCode()).isEqualTo(200);
        JsonNode health = JSON.readTree(get("/actuator/health").body()).at("/components/following");
        assertThat(health.at("/details/reachable").asBoolean(true)).isFalse();

        LINE.isCut(false);
        until(() -> ask("{ proposals(filter: { search: \"bridge\" }) { totalCount } }")
                        .at("/extensions/ledger/position")
                        .asLong()
                == LEDGER.size() - 1);
        until(() ->
                ask("{ ledger { reached } }").at("/extensions/ledger/reachable").asBoolean());
        assertThat(post("{ entries(last: 1) { edges { node { type } } } }").body())
                .contains("StatusChanged");
    }

    @Test
    void a_position_that_is_not_there_yet_is_not_waited_for_once_and_again() {
        StringBuilder many = new StringBuilder("{");
        for (int i = 0; i < 30; i++) {
            many.append(" a%d: ledger(minPosition: 9000) { size }".formatted(i));
        }
        JsonNode answer = ask(many + " }");
        assertThat(answer.get("errors").size()).isEqualTo(30);
        assertThat(answer.at("/errors/0/extensions/code").asString()).isEqualTo("BEHIND");
    }

    @Test
    void every_meter_that_the_runbook_names_is_there() {
        String names = get("/actuator/metrics").body();
        String scraped = get("/actuator/prometheus").body();
        for (String name : List.of(
                "oel.query.position",
                "oel.query.lag",
                "oel.query.age",
                "oel.query.ledger.reachable",
                "oel.query.waits",
                "oel.query.waits.in.vain",
                "oel.query.too.complex",
                "oel.query.index.made.anew",
                "oel.query.index.opened.again",
                "oel.query.index.sound")) {
            assertThat(names).contains("\"" + name + "\"");
            assertThat(scraped).contains("\n" + name.replace('.', '_'));
            assertThat(Path.of("../docs/runbooks/metrics.md")).content().contains("`" + name + "`");
        }
        assertThat(JSON.readTree(get("/actuator/metrics/oel.query.position").body())
                        .at("/measurements/0/value")
                        .asLong())
                .isEqualTo(LEDGER.size() - 1);
    }

    private JsonNode ask(String document) {
        return JSON.readTree(post(document).body());
    }

    private HttpResponse<String> post(String document) {
        return send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/graphql"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(Map.of("query", document))))
                .build());
    }

    private HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .build());
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (java.io.IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static void until(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            LockSupport.parkNanos(1_000_000);
        }
    }
}
