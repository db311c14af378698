package org.openengagement.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.springframework.graphql.execution.SchemaReport;

/** Queries as anybody sends them, and their responses. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class QueriesOverHttpTest extends ServedQuerySide {

    @Test
    void every_field_that_is_not_a_mutation_has_something_behind_it() {
        SchemaReport report = Objects.requireNonNull(REPORT.get());
        assertThat(report.unmappedFields())
                .allSatisfy(field -> assertThat(field.getTypeName()).isEqualTo("Mutation"));
        assertThat(report.unmappedRegistrations()).isEmpty();
        assertThat(report.unmappedArguments()).isEmpty();
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
}
