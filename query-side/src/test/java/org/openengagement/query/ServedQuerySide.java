package org.openengagement.query;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.openengagement.query.ledgers.CaseStory;
import org.openengagement.query.ledgers.MemoryLedger;
import org.openengagement.query.ledgers.MemorySource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.graphql.autoconfigure.GraphQlSourceBuilderCustomizer;
import org.springframework.boot.graphql.test.autoconfigure.tester.AutoConfigureHttpGraphQlTester;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webtestclient.autoconfigure.AutoConfigureWebTestClient;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.graphql.execution.SchemaReport;
import org.springframework.graphql.test.tester.GraphQlTester;
import org.springframework.graphql.test.tester.HttpGraphQlTester;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The query side alone over a small ledger, served once to all tests that ask it as anybody asks it. */
@SpringBootTest(classes = ServedQuerySide.QuerySide.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
// The first request to a cold server may take longer than the five seconds of the default.
@AutoConfigureWebTestClient(timeout = "PT1M")
@AutoConfigureHttpGraphQlTester
abstract class ServedQuerySide {

    static final MemoryLedger LEDGER = MemoryLedger.opened();
    static final CaseStory ANSWERED = CaseStory.submitted(
                    LEDGER, "0000000012", "2026-01-05", "Mend the bridge", "It shakes when буси cross it.")
            .published("2026-01-06")
            .referredTo("skopje", "2026-01-07", "2026-01-22")
            .acknowledged("2026-01-08")
            .answered("2026-01-20", "It was mended.")
            .supportedBy(1_200, "2026-01-21");
    static final CaseStory UNPUBLISHED =
            CaseStory.submitted(LEDGER, "0000000024", "2026-01-06", "A secret title", "A secret text");
    static final CaseStory OVERDUE = CaseStory.submitted(
                    LEDGER, "0000000036", "2026-01-06", "Шеќер во водата", "The water of Bitola is sweet.")
            .published("2026-01-06")
            .referredTo("bitola", "2026-01-07", "2026-01-10");

    static final AtomicReference<SchemaReport> REPORT = new AtomicReference<>();

    @Autowired
    HttpGraphQlTester tester;

    /** No configuration of its own, so that a test beside this one does not find it in its scan. */
    @EnableAutoConfiguration
    @ComponentScan("org.openengagement.query")
    static class QuerySide {

        @Bean
        MemoryLedger openedLedger() {
            return LEDGER;
        }

        @Bean
        MemorySource openedEvents() {
            return new MemorySource(LEDGER);
        }

        @Bean
        GraphQlSourceBuilderCustomizer inspection() {
            return builder -> builder.inspectSchemaMappings(REPORT::set);
        }

        @Bean
        Clock clock() {
            return Clock.fixed(Instant.parse("2026-02-01T10:00:00Z"), ZoneOffset.UTC);
        }
    }

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        registry.add(
                "oel.index-dir",
                () -> Path.of("target", "index-" + ProcessHandle.current().pid())
                        .toString());
    }

    final GraphQlTester.Response ask(String document) {
        // Read one's own write: the newest position, however fast the test is.
        tester.document("{ ledger(minPosition: %d) { size } }".formatted(LEDGER.size() - 1))
                .executeAndVerify();
        return tester.document(document).execute();
    }
}
