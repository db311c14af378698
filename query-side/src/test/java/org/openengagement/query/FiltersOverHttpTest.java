package org.openengagement.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One rule for every filter of the contract: a condition that names nothing lets everything pass. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class FiltersOverHttpTest extends ServedQuerySide {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ProposalFilter    | proposals(filter: {%s: []})     { totalCount }           | proposals.totalCount",
                "EntryFilter       | entries(filter: {%s: []})       { totalCount }           | entries.totalCount",
                "InstitutionFilter | institutions(filter: {%s: []})  { totalCount }           | institutions.totalCount",
                "ReferralFilter    | responseTimes(filter: {%s: []}) { groups { referrals } } | responseTimes.groups[0].referrals",
            })
    void an_empty_list_lets_everything_pass(String filter, String document, String count) {
        List<String> lists = ask("{ __type(name: \"%s\") { inputFields { name type { kind } } } }".formatted(filter))
                .path("__type.inputFields[?(@.type.kind == 'LIST')].name")
                .entityList(String.class)
                .get();
        int all = ask("{ " + document.replace("(filter: {%s: []})", "") + " }")
                .path(count)
                .entity(Integer.class)
                .get();

        assertThat(all).isPositive();
        assertThat(lists)
                .isNotEmpty()
                .allSatisfy(list -> assertThat(ask("{ " + document.formatted(list) + " }")
                                .path(count)
                                .entity(Integer.class)
                                .get())
                        .isEqualTo(all));
    }

    @ParameterizedTest
    @CsvSource({
        "mk, Град Скопје",
        "MK, Град Скопје",
        "mk-MK, Град Скопје",
        "mk-Cyrl-x-old, Град Скопје",
        "EN, City of Skopje",
        "en-GB, City of Skopje",
        "de, Град Скопје",
        "'', Град Скопје",
        "-, Град Скопје",
    })
    void a_name_is_looked_up_by_language_whatever_the_case_and_the_region(String language, String name) {
        ask("{ institution(slug: \"skopje\") { name(language: \"%s\") } }".formatted(language))
                .path("institution.name")
                .entity(String.class)
                .isEqualTo(name);
    }
}
