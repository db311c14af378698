package org.openengagement.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.openengagement.query.ledgers.CaseStory;
import org.openengagement.query.ledgers.MemoryLedger;
import org.openengagement.query.ledgers.MemorySource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.graphql.autoconfigure.GraphQlSourceBuilderCustomizer;
import org.springframework.boot.graphql.test.autoconfigure.tester.AutoConfigureHttpGraphQlTester;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.graphql.execution.SchemaReport;
import org.springframework.graphql.test.tester.GraphQlTester;
import org.springframework.graphql.test.tester.HttpGraphQlTester;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The query side alone, asked as anybody asks it. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@SpringBootTest(
        classes = QuestionsOverHttpTest.QuerySide.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@AutoConfigureHttpGraphQlTester
class QuestionsOverHttpTest {

    private static final MemoryLedger LEDGER = MemoryLedger.opened();
    private static final CaseStory ANSWERED = CaseStory.submitted(
                    LEDGER, "0000000001", "2026-01-05", "Mend the bridge", "It shakes when буси cross it.")
            .published("2026-01-06")
            .referredTo("skopje", "2026-01-07", "2026-01-22")
            .acknowledged("2026-01-08")
            .answered("2026-01-20", "It was mended.")
            .supportedBy(1_200, "2026-01-21");
    private static final CaseStory UNPUBLISHED =
            CaseStory.submitted(LEDGER, "0000000002", "2026-01-06", "A secret title", "A secret text");
    private static final CaseStory OVERDUE = CaseStory.submitted(
                    LEDGER, "0000000003", "2026-01-06", "Шеќер во водата", "The water of Bitola is sweet.")
            .published("2026-01-06")
            .referredTo("bitola", "2026-01-07", "2026-01-10");

    private static final AtomicReference<SchemaReport> REPORT = new AtomicReference<>();

    @Autowired
    private HttpGraphQlTester tester;

    @Configuration(proxyBeanMethods = false)
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

    @Test
    void every_field_that_is_not_a_mutation_has_something_behind_it() {
        SchemaReport report = Objects.requireNonNull(REPORT.get());
        assertThat(report.unmappedFields())
                .allSatisfy(field -> assertThat(field.getTypeName()).isEqualTo("Mutation"));
        assertThat(report.unmappedRegistrations()).isEmpty();
        assertThat(report.unmappedArguments()).isEmpty();
    }

    @Test
    void a_case_is_told_with_its_referrals_answers_and_history() {
        var answer = tester.document("""
                        { proposal(reference: "0000-000 o0l", minPosition: %d) {
                            reference title text stage submittedOn endorsements { counted countedOn }
                            source { name url case }
                            concealments { field kind event }
                            referrals { id institution { slug name } due { dueOn } timeliness outcome calendarDays
                                        responses { id kind text respondedOn institution { slug } } }
                            history(first: 2) { totalCount edges { node { position type data proposal { reference } } } } } }
                        """.formatted(LEDGER.size() - 1)).execute();
        answer.path("proposal.title").entity(String.class).isEqualTo("Mend the bridge");
        answer.path("proposal.stage").entity(String.class).isEqualTo("ANSWERED");
        answer.path("proposal.source.url").entity(String.class).isEqualTo("https://example.org/0000000001");
        answer.path("proposal.source.case").valueIsNull();
        answer.path("proposal.concealments[*].field").entityList(String.class).isEqualTo(List.of("source.case"));
        answer.path("proposal.referrals[0].id").entity(String.class).isEqualTo("0000000001.r1");
        answer.path("proposal.referrals[0].institution.name")
                .entity(String.class)
                .isEqualTo("Град Скопје");
        answer.path("proposal.referrals[0].timeliness").entity(String.class).isEqualTo("ANSWERED_ON_TIME");
        answer.path("proposal.referrals[0].calendarDays").entity(Integer.class).isEqualTo(13);
        answer.path("proposal.referrals[0].responses[0].text")
                .entity(String.class)
                .isEqualTo("It was mended.");
        answer.path("proposal.endorsements.counted").entity(Integer.class).isEqualTo(1_200);
        answer.path("proposal.history.totalCount").entity(Integer.class).isEqualTo(11);
        answer.path("proposal.history.edges[0].node.data.title")
                .entity(String.class)
                .isEqualTo("Mend the bridge");
        answer.path("proposal.history.edges[0].node.data.sealed")
                .entity(new ParameterizedTypeReference<Map<String, String>>() {})
                .satisfies(digests -> assertThat(digests).containsOnlyKeys("source.case"));
    }

    @Test
    void a_case_as_of_an_earlier_position_is_as_the_ledger_held_it_then() {
        var answer = ask("""
                { proposal(reference: "0000000001", asOf: { position: 4 }) { stage title referrals { id }
                    concealments { field kind event since } history { totalCount } } }
                """);
        answer.path("proposal.stage").entity(String.class).isEqualTo("RECEIVED");
        answer.path("proposal.title").valueIsNull();
        answer.path("proposal.concealments[0].kind").entity(String.class).isEqualTo("WITHHELD");
        answer.path("proposal.concealments[0].event").entity(Integer.class).isEqualTo(4);
        answer.path("proposal.referrals").entityList(Object.class).hasSize(0);
        answer.path("proposal.history.totalCount").entity(Integer.class).isEqualTo(1);
        ask("{ proposal(reference: \"0000000001\", asOf: { position: 3 }) { stage } }")
                .path("proposal")
                .valueIsNull();
        ask("{ proposal(reference: \"0000000001\", asOf: { instant: \"2026-01-01T12:00:00Z\" }) { stage } }")
                .path("proposal.stage")
                .entity(String.class)
                .isEqualTo("RECEIVED");
    }

    @Test
    void an_unpublished_case_is_listed_without_its_text_and_is_not_found_by_it() {
        var unpublished = ask("""
                { proposals(filter: { stage: [IN_MODERATION] }) { totalCount edges { node {
                    reference title text kind concealments { field kind } history { edges { node { data } } } } } } }
                """);
        unpublished.path("proposals.totalCount").entity(Integer.class).isEqualTo(1);
        unpublished
                .path("proposals.edges[0].node.reference")
                .entity(String.class)
                .isEqualTo(UNPUBLISHED.reference());
        unpublished.path("proposals.edges[0].node.title").valueIsNull();
        unpublished
                .path("proposals.edges[0].node.concealments[*].field")
                .entityList(String.class)
                .isEqualTo(List.of("title", "text", "source.url", "source.case"));
        unpublished
                .path("proposals.edges[0].node.history.edges[0].node.data.title")
                .pathDoesNotExist();
        ask("{ proposals(filter: { search: \"secret\" }) { totalCount } }")
                .path("proposals.totalCount")
                .entity(Integer.class)
                .isEqualTo(0);
    }

    @Test
    void words_are_found_in_any_script_and_are_never_a_query_language() {
        for (String search : List.of("шеќер", "ШЕЌЕР водата", "bitola SWEET", "sweet, (water)!")) {
            tester.document("query($s: String) { proposals(filter: { search: $s }) { edges { node { reference } } } }")
                    .variable("s", search)
                    .execute()
                    .path("proposals.edges[*].node.reference")
                    .entityList(String.class)
                    .isEqualTo(List.of(OVERDUE.reference()));
        }
        for (String search : List.of("\"", "*:*", "title:[* TO *]", "a AND", "((((((", "~1000000000", "x^", "\\")) {
            tester.document("query($s: String) { proposals(filter: { search: $s }) { totalCount } }")
                    .variable("s", search)
                    .execute()
                    .path("proposals.totalCount")
                    .entity(Integer.class)
                    .isEqualTo(0);
        }
    }

    @Test
    void lists_are_filtered_by_how_a_case_stands_today() {
        ask("{ proposals(filter: { timeliness: [LONG_OVERDUE] }) { edges { node { reference referrals { timeliness } } } } }")
                .path("proposals.edges[*].node.reference")
                .entityList(String.class)
                .isEqualTo(List.of(OVERDUE.reference()));
        ask("{ proposals(filter: { timeliness: [ANSWERED_ON_TIME, NOT_DUE], institution: [\"skopje\"] }) { totalCount } }")
                .path("proposals.totalCount")
                .entity(Integer.class)
                .isEqualTo(1);
        ask("{ institution(slug: \"bitola\") { name(language: \"en\") proposals { edges { node { reference } } } } }")
                .path("institution.proposals.edges[*].node.reference")
                .entityList(String.class)
                .isEqualTo(List.of(OVERDUE.reference()));
    }

    @Test
    void response_times_say_version_position_day_and_the_figures_of_each_institution() {
        var answer = ask("""
                { responseTimes(groupBy: [INSTITUTION]) { definitionVersion ledgerPosition day provisional groups {
                    key { dimension value label } referrals answered open openOverdue declined forwarded withdrawn
                    missedDeadlines onTime { n hits value low high } endedByDueDay unknown medianDays medianDaysLow
                    medianDaysHigh p80Days oldestOpenDays histogram { days count onLastLawfulDay } rankable } } }
                """);
        answer.path("responseTimes.definitionVersion").entity(String.class).isEqualTo("1");
        answer.path("responseTimes.ledgerPosition").entity(Long.class).isEqualTo(LEDGER.size() - 1);
        answer.path("responseTimes.day").entity(String.class).isEqualTo("2026-02-01");
        answer.path("responseTimes.groups[*].key[0].value")
                .entityList(String.class)
                .isEqualTo(List.of("bitola", "skopje"));
        answer.path("responseTimes.groups[0].openOverdue").entity(Integer.class).isEqualTo(1);
        answer.path("responseTimes.groups[0].oldestOpenDays")
                .entity(Integer.class)
                .isEqualTo(25);
        answer.path("responseTimes.groups[1].key[0].label").entity(String.class).isEqualTo("Град Скопје");
        answer.path("responseTimes.groups[1].medianDays").entity(Integer.class).isEqualTo(13);
        answer.path("responseTimes.groups[1].onTime.value").entity(Double.class).isEqualTo(1.0);
        ask("{ responseTimes(asOf: { position: %d }) { ledgerPosition provisional groups { referrals } } }"
                        .formatted(3))
                .path("responseTimes.groups")
                .entityList(Object.class)
                .satisfies(groups -> assertThat(groups).hasSizeLessThanOrEqualTo(1));
        ask("{ institution(slug: \"skopje\") { responseTimes { groups { answered } } } }")
                .path("institution.responseTimes.groups[0].answered")
                .entity(Integer.class)
                .isEqualTo(1);
    }

    @Test
    void entries_are_filtered_and_paged_from_either_end() {
        var newest = ask(
                "{ entries(last: 2) { totalCount pageInfo { hasPreviousPage startCursor } edges { node { position } } } }");
        newest.path("entries.totalCount").entity(Long.class).isEqualTo(LEDGER.size());
        newest.path("entries.edges[*].node.position")
                .entityList(Long.class)
                .isEqualTo(List.of(LEDGER.size() - 2, LEDGER.size() - 1));
        String cursor =
                newest.path("entries.pageInfo.startCursor").entity(String.class).get();
        ask("{ entries(last: 1, before: \"%s\") { edges { node { position } } } }".formatted(cursor))
                .path("entries.edges[0].node.position")
                .entity(Long.class)
                .isEqualTo(LEDGER.size() - 3);
        ask("{ entries(filter: { type: [\"ReferralIssued\"] }) { totalCount edges { node { type proposal { reference } } } } }")
                .path("entries.edges[*].node.proposal.reference")
                .entityList(String.class)
                .isEqualTo(List.of(ANSWERED.reference(), OVERDUE.reference()));
        ask("{ entries(filter: { reference: \"0000000003\", recordedTo: \"2030-01-01T00:00:00Z\" }) { totalCount } }")
                .path("entries.totalCount")
                .entity(Integer.class)
                .isEqualTo(6);
    }

    @Test
    void everything_has_a_global_id_and_is_found_by_it() {
        var answer = ask("""
                { proposal(reference: "0000000001") { id } institution(slug: "skopje") { id parent { slug } }
                  institutions(first: 1, filter: { search: "city" }) { totalCount edges { node { slug names { language text } } } }
                  ledger { size origin zone languages verifierKey reached head { id position } } }
                """);
        answer.path("institutions.totalCount").entity(Integer.class).isEqualTo(2);
        answer.path("ledger.zone").entity(String.class).isEqualTo("Europe/Skopje");
        answer.path("ledger.reached").entity(Long.class).isEqualTo(LEDGER.size() - 1);
        for (String path : List.of("proposal.id", "institution.id", "ledger.head.id")) {
            String id = answer.path(path).entity(String.class).get();
            ask("{ node(id: \"%s\") { id __typename } }".formatted(id))
                    .path("node.id")
                    .entity(String.class)
                    .isEqualTo(id);
        }
        ask("{ node(id: \"garbage\") { id } }").path("node").valueIsNull();
    }

    @Test
    void a_question_that_makes_no_sense_gets_an_error_with_a_code_and_a_reason() {
        refused("{ proposals(first: 101) { totalCount } }", "PAGE_TOO_LARGE");
        refused("{ proposals(first: -1) { totalCount } }", "INVALID");
        refused("{ proposals(first: 1, last: 1) { totalCount } }", "INVALID");
        refused("{ proposals(after: \"garbage\") { totalCount } }", "BAD_CURSOR");
        refused("{ entries(after: \"AAAA\") { totalCount } }", "BAD_CURSOR");
        refused("{ proposals(orderBy: { field: RELEVANCE, direction: DESC }) { totalCount } }", "INVALID");
        refused("{ proposals(filter: { search: \"%s\" }) { totalCount } }".formatted("x".repeat(1_001)), "INVALID");
        refused("{ ledger(minPosition: 100000) { size } }", "BEHIND");
        refused("{ proposal(reference: \"0\", asOf: { position: 100000 }) { id } }", "INVALID");
        refused("{ responseTimes(day: \"2027-01-01\") { day } }", "INVALID");
        refused("{ responseTimes(day: \"2026-02-30\") { day } }", "INVALID");
        refused("{ nothing }", "INVALID");
        refused("{ proposals {", "INVALID");
        refused(
                "{ institutions(first: 100) { edges { node { proposals(first: 100) { edges { node { title text } } } } } } }",
                "TOO_COMPLEX");
        refused(
                "{ proposal(reference: \"0\") " + "{ referrals { proposal ".repeat(15) + "{ id }" + " } }".repeat(15)
                        + " }",
                "TOO_COMPLEX");
        refused(
                "{ proposal(reference: \"0\") " + "{ referrals { proposal ".repeat(8) + "{ id }" + " } }".repeat(8)
                        + " }",
                "TOO_COMPLEX");
        refused(
                IntStream.range(0, 150)
                        .mapToObj("a%d: responseTimes { day } "::formatted)
                        .collect(Collectors.joining("", "{ ", "}")),
                "TOO_COMPLEX");
    }

    private void refused(String question, String code) {
        tester.document(question)
                .execute()
                .errors()
                .satisfy(errors -> assertThat(errors).as(question).isNotEmpty().allSatisfy(error -> {
                    assertThat(error.getExtensions()).containsEntry("code", code);
                    assertThat(error.getMessage()).isNotBlank();
                }));
    }

    private GraphQlTester.Response ask(String question) {
        // Read one's own write: the newest position, however fast the test is.
        tester.document("{ ledger(minPosition: %d) { size } }".formatted(LEDGER.size() - 1))
                .executeAndVerify();
        return tester.document(question).execute();
    }
}
