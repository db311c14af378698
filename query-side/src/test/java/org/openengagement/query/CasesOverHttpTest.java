package org.openengagement.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.springframework.core.ParameterizedTypeReference;

/** Cases as anybody asks for them: one, as it stands or stood, and those that words and filters find. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CasesOverHttpTest extends ServedQuerySide {

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
}
