package org.openengagement.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.openengagement.query.api.GlobalId;
import org.openengagement.query.ledgers.MemoryLedger;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.graphql.execution.SchemaReport;
import org.springframework.graphql.test.tester.GraphQlTester;
import org.springframework.graphql.test.tester.HttpGraphQlTester;

/** Questions as anybody asks them, and their answers. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class QuestionsOverHttpTest extends ServedQuerySide {

    @Autowired
    private HttpGraphQlTester tester;

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
                        { proposal(reference: "0000-000 ol2", minPosition: %d) {
                            reference title text stage submittedOn endorsements { counted countedOn }
                            source { name url case }
                            concealments { field kind event }
                            referrals { id institution { slug name } due { dueOn } timeliness outcome calendarDays
                                        responses { id kind text respondedOn institution { slug } } }
                            history(first: 2) { totalCount edges { node { position type data proposal { reference } } } } } }
                        """.formatted(LEDGER.size() - 1)).execute();
        answer.path("proposal.title").entity(String.class).isEqualTo("Mend the bridge");
        answer.path("proposal.stage").entity(String.class).isEqualTo("ANSWERED");
        answer.path("proposal.source.url").entity(String.class).isEqualTo("https://example.org/0000000012");
        answer.path("proposal.source.case").valueIsNull();
        answer.path("proposal.concealments[*].field").entityList(String.class).isEqualTo(List.of("source.case"));
        answer.path("proposal.referrals[0].id").entity(String.class).isEqualTo("0000000012.r1");
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
                { proposal(reference: "0000000012", asOf: { position: 4 }) { stage title referrals { id }
                    concealments { field kind event since } history { totalCount } } }
                """);
        answer.path("proposal.stage").entity(String.class).isEqualTo("IN_MODERATION");
        answer.path("proposal.title").valueIsNull();
        answer.path("proposal.concealments[0].kind").entity(String.class).isEqualTo("WITHHELD");
        answer.path("proposal.concealments[0].event").entity(Integer.class).isEqualTo(4);
        answer.path("proposal.referrals").entityList(Object.class).hasSize(0);
        answer.path("proposal.history.totalCount").entity(Integer.class).isEqualTo(1);
        ask("{ proposal(reference: \"0000000012\", asOf: { position: 3 }) { stage } }")
                .path("proposal")
                .valueIsNull();
        ask("{ proposal(reference: \"0000000012\", asOf: { instant: \"2026-01-01T12:00:00Z\" }) { stage } }")
                .path("proposal.stage")
                .entity(String.class)
                .isEqualTo("IN_MODERATION");
    }

    @Test
    void a_case_as_of_a_position_inside_a_decision_shows_the_whole_decision_and_the_history_up_to_the_position() {
        for (String published : List.of("position: 6", "instant: \"2026-01-01T14:00:00Z\"")) {
            var answer = ask("""
                    { proposal(reference: "0000000012", asOf: { %s }) { stage title
                        history(first: 9) { edges { node { position type } } } } }
                    """.formatted(published));
            answer.path("proposal.title").entity(String.class).isEqualTo("Mend the bridge");
            answer.path("proposal.stage").entity(String.class).isEqualTo("PUBLISHED");
            answer.path("proposal.history.edges[*].node.type")
                    .entityList(String.class)
                    .isEqualTo(List.of("ProposalSubmitted", "StatusChanged", "ProposalPublished"));
        }
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
                    medianDaysHigh p80Days oldestOpenDays histogram { days count onLastLawfulDay } incidence { answered } rankable } } }
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
        ask("{ entries(filter: { reference: \"0000000036\", recordedTo: \"2030-01-01T00:00:00Z\" }) { totalCount } }")
                .path("entries.totalCount")
                .entity(Integer.class)
                .isEqualTo(6);
    }

    @Test
    void everything_has_a_global_id_and_is_found_by_it() {
        var answer = ask("""
                { proposal(reference: "0000000012") { id } institution(slug: "skopje") { id parent { slug } }
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
        ask("{ node(id: \"%s\") { id } }".formatted(new GlobalId("Entry", "99999").encoded()))
                .path("node")
                .valueIsNull();
    }

    @Test
    void an_id_that_nobody_gave_out_is_told_from_one_that_leads_nowhere_any_more() {
        ask("{ proposal(reference: \"000000009J\") { id } }").path("proposal").valueIsNull();
        for (String reference : List.of(
                "",
                "0",
                "000000000U",
                "00000000001",
                "0000-000-001-29",
                "0000000001",
                "0000000012.r1",
                "\uD83D\uDE00")) {
            tester.document("query($r: ID!) { proposal(reference: $r) { id } }")
                    .variable("r", reference)
                    .execute()
                    .errors()
                    .satisfy(errors -> assertThat(errors)
                            .as(reference)
                            .singleElement()
                            .satisfies(error -> {
                                assertThat(error.getExtensions()).containsEntry("code", "INVALID");
                                assertThat(error.getPath()).isEqualTo("proposal");
                            }));
        }
        List<String> ids = List.of(
                "",
                "garbage",
                "0000000012",
                new GlobalId("Nothing", "1").encoded(),
                new GlobalId("Entry", "first").encoded(),
                new GlobalId("Proposal", "no reference").encoded());
        for (String id : ids) {
            tester.document("query($id: ID!) { node(id: $id) { id } }")
                    .variable("id", id)
                    .execute()
                    .errors()
                    .satisfy(errors -> assertThat(errors).as(id).singleElement().satisfies(error -> {
                        assertThat(error.getExtensions()).containsEntry("code", "INVALID");
                        assertThat(error.getPath()).isEqualTo("node");
                    }));
        }
        String lower = new GlobalId("Proposal", "0000 000 oi2").encoded();
        ask("{ node(id: \"%s\") { ... on Proposal { reference } } }".formatted(lower))
                .path("node.reference")
                .entity(String.class)
                .isEqualTo("0000000012");
    }

    @Test
    void a_misheard_reference_is_told_from_one_that_nobody_has() {
        String misheard = new GlobalId("Proposal", "0000000013").encoded();
        for (String question : List.of(
                "{ proposal(reference: \"0000000013\") { id } }",
                "{ entries(filter: { reference: \"0000000013\" }) { totalCount } }",
                "{ node(id: \"%s\") { id } }".formatted(misheard))) {
            tester.document(question)
                    .execute()
                    .errors()
                    .satisfy(errors -> assertThat(errors)
                            .as(question)
                            .singleElement()
                            .satisfies(error -> {
                                assertThat(error.getExtensions()).containsEntry("code", "INVALID");
                                assertThat(error.getMessage())
                                        .isEqualTo("The reference 0000000013 has a wrong check character;"
                                                + " was a character misheard or mistyped?");
                            }));
        }
    }

    @Test
    void a_point_before_the_ledger_began_is_no_point_of_it() {
        String before = MemoryLedger.FIRST.minusMillis(1).toString();
        for (String question : List.of(
                "{ proposal(reference: \"0000000012\", asOf: { instant: \"%s\" }) { stage } }",
                "{ responseTimes(asOf: { instant: \"%s\" }) { ledgerPosition } }",
                "{ institution(slug: \"skopje\") { responseTimes(asOf: { instant: \"%s\" }) { ledgerPosition } } }")) {
            tester.document(question.formatted(before))
                    .execute()
                    .errors()
                    .satisfy(errors -> assertThat(errors).singleElement().satisfies(error -> {
                        assertThat(error.getExtensions()).containsEntry("code", "INVALID");
                        assertThat(error.getMessage()).contains("begins at " + MemoryLedger.FIRST);
                    }));
        }
        ask("{ responseTimes(asOf: { instant: \"%s\" }) { ledgerPosition } }".formatted(MemoryLedger.FIRST))
                .path("responseTimes.ledgerPosition")
                .entity(Long.class)
                .isEqualTo(0L);
    }

    @Test
    void every_answer_says_what_its_question_cost_and_what_it_may_cost() {
        String question = "{ proposals(first: 10) { edges { node { reference } } } ledger { size } }";
        assertThat(costOf(question)).containsExactly(33, 20_000, 4, 20);
        // One and ten times three, twice one.
        String spread =
                "query($n: Int, $no: Boolean! = false) { ...a ledger { size } entries @include(if: $no) { totalCount } }"
                        + " fragment a on Query { proposals(first: $n) { ... on ProposalConnection { edges { node { reference } } } } }";
        assertThat(costOf(spread, "n", 10)).containsExactly(33, 20_000, 4, 20);
        tester.document("{ institutions(first: 100) { edges { node { proposals(first: 100) {"
                        + " edges { node { title text } } } } } } }")
                .execute()
                .errors()
                .satisfy(errors -> assertThat(errors)
                        .singleElement()
                        .satisfies(error -> assertThat(error.getExtensions())
                                .containsEntry("cost", Map.of("used", 40_301, "allowed", 20_000))
                                .containsEntry("depth", Map.of("used", 7, "allowed", 20))));
    }

    @Test
    void fragments_that_spread_each_other_are_counted_in_no_time() {
        String doubling = IntStream.range(0, 60)
                .mapToObj(i -> "fragment f%d on Query { ...f%d ...f%d } ".formatted(i, i + 1, i + 1))
                .collect(Collectors.joining());
        refused("{ ...f0 } " + doubling + "fragment f60 on Query { ledger { size } }", "TOO_COMPLEX");
    }

    @Test
    void a_number_that_would_fill_the_memory_is_no_position() {
        for (String number : List.of("1e999999999", "1e-999999999", "9007199254740992", "-1", "1.5", "")) {
            tester.document("query($p: Position) { ledger(minPosition: $p) { size } }")
                    .variable("p", number)
                    .execute()
                    .errors()
                    .satisfy(errors -> assertThat(errors)
                            .as(number)
                            .singleElement()
                            .satisfies(
                                    error -> assertThat(error.getExtensions()).containsEntry("code", "INVALID")));
        }
    }

    private List<Integer> costOf(String question, Object... variables) {
        var request = tester.document(question);
        for (int i = 0; i < variables.length; i += 2) {
            request = request.variable((String) variables[i], variables[i + 1]);
        }
        Map<Object, Object> extensions = request.execute().returnResponse().getExtensions();
        return Stream.of("cost", "depth")
                .map(name -> (Map<?, ?>) Objects.requireNonNull(extensions.get(name)))
                .flatMap(limit -> Stream.of(limit.get("used"), limit.get("allowed")))
                .map(Integer.class::cast)
                .toList();
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
