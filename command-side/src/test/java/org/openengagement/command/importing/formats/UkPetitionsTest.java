package org.openengagement.command.importing.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openengagement.command.importing.lines.ImportLine;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class UkPetitionsTest {

    private static final String OPEN =
            "\"id\":7,\"action\":\" Mend the bridge\",\"background\":\"It leaks.\",\"additional_details\":\"\","
                    + "\"signature_count\":12000,\"created_at\":\"2016-06-30T23:30:00.000Z\","
                    + "\"opened_at\":\"2016-07-04T10:00:00.000Z\",\"updated_at\":\"2017-01-09T12:00:00.000Z\"";

    @Test
    void a_petition_is_submitted_and_published_on_its_days_in_London() {
        assertThat(told(OPEN))
                .containsExactly(
                        "ProposalSubmitted 7 - 2016-07-01 {\"channel\":\"WEB\",\"kind\":\"PETITION\",\"language\":\"en\",\"text\":\"It leaks.\",\"title\":\"Mend the bridge\"}",
                        "ProposalPublished 7 - 2016-07-04 {}",
                        "SupportCounted 7 - 2017-01-09 {\"count\":12000}");
    }

    @Test
    void an_older_row_says_open_at() {
        assertThat(told(OPEN.replace("opened_at", "open_at"))).contains("ProposalPublished 7 - 2016-07-04 {}");
    }

    @ParameterizedTest
    @CsvSource({"duplicate, DUPLICATE", "no-action, NO_ACTION", "irrelevant, IRRELEVANT", "honours, HONOURS"})
    void a_rejected_one_is_not_published(String code, String ours) {
        assertThat(told(OPEN
                        + ",\"rejected_at\":\"2016-07-02T10:00:00Z\",\"rejection\":{\"code\":\"%s\"}".formatted(code)))
                .contains("ProposalRejected 7 - 2016-07-02 {\"code\":\"%s\"}".formatted(ours))
                .noneMatch(line -> line.startsWith("ProposalPublished"));
    }

    @Test
    void a_code_that_nobody_knows_refuses_the_whole_record() {
        var read = FileReading.read(
                "uk-petitions",
                "{%s,\"rejected_at\":\"2016-07-02T10:00:00Z\",\"rejection\":{\"code\":\"odd\"}}".formatted(OPEN));
        assertThat(read.lines()).isEmpty();
        assertThat(read.refused()).containsExactly("line 1: rejection.code is none that is known.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Home Office | home-office | Home Office",
                "Department for Health | department-of-health | Department of Health",
                "Department of Health | department-of-health | Department of Health",
                "Department for the Environment, Food and Rural Affairs | department-for-environment-food-and-rural-affairs | Department for Environment, Food and Rural Affairs",
                "Ministry of Housing, Communities and Local Government. | ministry-of-housing-communities-and-local-government | Ministry of Housing, Communities and Local Government"
            })
    void the_first_threshold_is_a_referral_to_the_department_that_signed_however_it_is_spelt(
            String signed, String slug, String name) {
        assertThat(told(OPEN
                        + ",\"response_threshold_reached_at\":\"2016-08-01T10:00:00Z\",\"government_response_at\":\"2016-09-01T10:00:00Z\","
                        + "\"government_response\":{\"summary\":\"Yes.\",\"details\":\"Soon.\"},\"_derived\":{\"department_signoff\":\"%s\"}"
                                .formatted(signed)))
                .contains(
                        "InstitutionRegistered - - 2016-08-01 {\"kind\":\"MINISTRY\",\"name\":{\"en\":\"%s\"},\"slug\":\"%s\"}"
                                .formatted(name, slug),
                        "ReferralIssued 7 response 2016-08-01 {\"purpose\":\"ANSWER\",\"to\":\"%s\"}".formatted(slug),
                        "ResponsePublished 7 response 2016-09-01 {\"kind\":\"INFORMATION_PROVIDED\",\"text\":\"Yes.\\n\\nSoon.\"}");
    }

    @Test
    void without_a_sign_off_the_government_as_a_whole_is_asked_and_watched_until_the_snapshot() {
        assertThat(told(OPEN + ",\"response_threshold_reached_at\":\"2016-08-01T10:00:00Z\",\"_derived\":{}"))
                .contains(
                        "InstitutionRegistered - - 2016-08-01 {\"kind\":\"OTHER\",\"name\":{\"en\":\"HM Government\"},\"slug\":\"hm-government\"}",
                        "ReferralIssued 7 response 2016-08-01 {\"purpose\":\"ANSWER\",\"to\":\"hm-government\"}",
                        "ReferralObserved 7 response 2017-01-09 {\"until\":\"2017-01-09\"}");
    }

    @Test
    void the_second_threshold_is_a_referral_to_the_House_that_the_debate_answers() {
        assertThat(
                        told(
                                OPEN
                                        + ",\"debate_threshold_reached_at\":\"2016-08-02T10:00:00Z\",\"debate\":{\"debated_on\":\"2016-10-10\"}"))
                .contains(
                        "InstitutionRegistered - - 2016-08-02 {\"kind\":\"PARLIAMENT\",\"name\":{\"en\":\"House of Commons\"},\"slug\":\"house-of-commons\"}",
                        "ReferralIssued 7 debate 2016-08-02 {\"purpose\":\"ANSWER\",\"to\":\"house-of-commons\"}",
                        "ResponsePublished 7 debate 2016-10-10 {\"kind\":\"INFORMATION_PROVIDED\"}");
    }

    @Test
    void a_debate_without_the_threshold_is_a_referral_for_information() {
        assertThat(told(OPEN + ",\"debate\":{\"debated_on\":\"2016-10-10\"}"))
                .contains(
                        "ReferralIssued 7 debate 2016-10-10 {\"purpose\":\"INFORMATION\",\"to\":\"house-of-commons\"}")
                .noneMatch(line -> line.startsWith("ResponsePublished"));
    }

    @Test
    void closing_for_signatures_closes_the_case() {
        assertThat(told(OPEN + ",\"closed_at\":\"2017-01-04T23:59:59.999Z\""))
                .contains("CaseClosed 7 - 2017-01-04 {\"reason\":\"SOURCE_CLOSED\"}");
    }

    @Test
    void where_only_facts_are_carried_our_own_sentence_stands_for_the_text() {
        assertThat(told(OPEN.replace("\"background\":\"It leaks.\",\"additional_details\":\"\",", "")))
                .anyMatch(line -> line.contains("Its text stands at the source."));
    }

    @Test
    void every_row_names_its_institutions_since_the_one_before_may_be_refused() {
        String row = "{%s,\"response_threshold_reached_at\":\"2016-08-01T10:00:00Z\"}\n".formatted(OPEN);
        assertThat(FileReading.read("uk-petitions", row + row).lines())
                .filteredOn(line -> line.type().equals("InstitutionRegistered"))
                .extracting(ImportLine::number)
                .containsExactly(1L, 2L);
    }

    private static List<String> told(String fields) {
        var read = FileReading.read("uk-petitions", "{" + fields + "}");
        assertThat(read.refused()).isEmpty();
        return read.lines().stream().map(FileReading::told).toList();
    }
}
