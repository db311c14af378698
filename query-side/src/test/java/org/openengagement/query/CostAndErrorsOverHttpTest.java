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

/** What a request may cost, and the error for one that costs too much or makes no sense. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CostAndErrorsOverHttpTest extends ServedQuerySide {

    @Test
    void every_response_says_what_its_request_cost_and_what_it_may_cost() {
        String document = "{ proposals(first: 10) { edges { node { reference } } } ledger { size } }";
        assertThat(costOf(document)).containsExactly(33, 20_000, 4, 20);
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

    private List<Integer> costOf(String document, Object... variables) {
        var request = tester.document(document);
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
    void a_request_that_makes_no_sense_gets_an_error_with_a_code_and_a_reason() {
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

    private void refused(String document, String code) {
        tester.document(document)
                .execute()
                .errors()
                .satisfy(errors -> assertThat(errors).as(document).isNotEmpty().allSatisfy(error -> {
                    assertThat(error.getExtensions()).containsEntry("code", code);
                    assertThat(error.getMessage()).isNotBlank();
                }));
    }
}
