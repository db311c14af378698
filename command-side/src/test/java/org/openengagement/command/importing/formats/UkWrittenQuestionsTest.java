package org.openengagement.command.importing.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.openengagement.command.importing.formats.FileReading.Read;
import org.openengagement.command.importing.lines.LineRefusedException;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class UkWrittenQuestionsTest {

    private static final String ASKED =
            "\"id\":9,\"uin\":\"4800\",\"dateTabled\":\"2024-11-01T00:00:00\",\"dateForAnswer\":\"2024-11-06T00:00:00\","
                    + "\"isNamedDay\":false,\"answeringBodyName\":\"Home Office\",\"heading\":\"Bridges\","
                    + "\"questionText\":\"How ma\",\"questionTextFull\":\"How many bridges?\","
                    + "\"observed_at\":\"2024-12-30T23:30:00+00:00\"";
    private static final String ANSWERED =
            ",\"dateAnswered\":\"2024-11-20T00:00:00\",\"answerIsHolding\":false,\"answerText\":\"Te\",\"answerTextFull\":\"Ten.\"";
    private static final String MOVED =
            "{\"observed_at\":\"2024-11-05T00:06:49+00:00\",\"id\":9,\"event\":\"changed\",\"field\":\"answeringBodyName\",\"from\":\"Treasury\",\"to\":\"Home Office\"}";

    @Test
    void a_question_is_asked_published_and_referred_on_the_day_it_was_tabled_and_watched_while_open() {
        assertThat(told(ASKED, null))
                .containsExactly(
                        "InstitutionRegistered - - 2024-11-01 {\"kind\":\"MINISTRY\",\"name\":{\"en\":\"Home Office\"},\"slug\":\"home-office\"}",
                        "ProposalSubmitted 9 - 2024-11-01 {\"channel\":\"WEB\",\"kind\":\"QUESTION\",\"language\":\"en\",\"text\":\"How many bridges?\",\"title\":\"Bridges\"}",
                        "ProposalPublished 9 - 2024-11-01 {}",
                        "ReferralIssued 9 r1 2024-11-01 {\"purpose\":\"ANSWER\",\"to\":\"home-office\"}",
                        "ReferralObserved 9 r1 2024-12-30 {\"until\":\"2024-12-30\"}");
    }

    @Test
    void only_a_named_day_is_a_due_day() {
        assertThat(told(ASKED.replace("\"isNamedDay\":false", "\"isNamedDay\":true"), null))
                .contains(
                        "ReferralIssued 9 r1 2024-11-01 {\"dueOn\":\"2024-11-06\",\"purpose\":\"ANSWER\",\"to\":\"home-office\"}");
    }

    @Test
    void a_named_day_before_the_question_was_tabled_is_none() {
        assertThat(told(
                        ASKED.replace("\"isNamedDay\":false", "\"isNamedDay\":true")
                                .replace("2024-11-06", "2024-10-31"),
                        null))
                .contains("ReferralIssued 9 r1 2024-11-01 {\"purpose\":\"ANSWER\",\"to\":\"home-office\"}");
    }

    @Test
    void an_answer_ends_the_watching() {
        assertThat(told(ASKED + ANSWERED, null))
                .contains("ResponsePublished 9 r1 2024-11-20 {\"kind\":\"INFORMATION_PROVIDED\",\"text\":\"Ten.\"}")
                .noneMatch(line -> line.startsWith("ReferralObserved"));
    }

    @Test
    void a_holding_answer_is_no_answer() {
        assertThat(told(
                        ASKED + ANSWERED.replace("false", "true") + ",\"dateHoldingAnswer\":\"2024-11-20T00:00:00\"",
                        null))
                .contains(
                        "InterimReplyPublished 9 r1 2024-11-20 {\"text\":\"Ten.\"}",
                        "ReferralObserved 9 r1 2024-12-30 {\"until\":\"2024-12-30\"}")
                .noneMatch(line -> line.startsWith("ResponsePublished"));
    }

    @Test
    void a_holding_answer_before_the_answer_stands_before_it() {
        assertThat(told(ASKED + ANSWERED + ",\"dateHoldingAnswer\":\"2024-11-06T00:00:00\"", null))
                .endsWith(
                        "InterimReplyPublished 9 r1 2024-11-06 {}",
                        "ResponsePublished 9 r1 2024-11-20 {\"kind\":\"INFORMATION_PROVIDED\",\"text\":\"Ten.\"}");
    }

    @Test
    void a_corrected_answer_keeps_its_first_day() {
        assertThat(told(
                        ASKED
                                + ANSWERED
                                + ",\"originalAnswerText\":\"Nine.\",\"dateAnswerCorrected\":\"2024-12-02T00:00:00\"",
                        null))
                .endsWith(
                        "ResponsePublished 9 r1 2024-11-20 {\"kind\":\"INFORMATION_PROVIDED\",\"text\":\"Nine.\"}",
                        "ResponseCorrected 9 r1 2024-12-02 {\"text\":\"Ten.\"}");
    }

    @Test
    void a_question_that_moved_began_where_it_was_and_is_forwarded_on_the_day_it_was_seen_there() {
        assertThat(told(ASKED.replace("\"isNamedDay\":false", "\"isNamedDay\":true") + ANSWERED, MOVED))
                .contains(
                        "ReferralIssued 9 r1 2024-11-01 {\"dueOn\":\"2024-11-06\",\"purpose\":\"ANSWER\",\"to\":\"treasury\"}",
                        "ReferralForwarded 9 r1 2024-11-05 {\"to\":\"home-office\"}",
                        "ReferralIssued 9 r2 2024-11-05 {\"dueOn\":\"2024-11-06\",\"forwardedFrom\":\"r1\",\"purpose\":\"ANSWER\",\"to\":\"home-office\"}",
                        "ResponsePublished 9 r2 2024-11-20 {\"kind\":\"INFORMATION_PROVIDED\",\"text\":\"Ten.\"}");
    }

    @Test
    void a_move_that_was_seen_after_the_answer_happened_by_the_answer() {
        assertThat(told(ASKED + ANSWERED, MOVED.replace("2024-11-05", "2024-11-21")))
                .contains("ReferralForwarded 9 r1 2024-11-20 {\"to\":\"home-office\"}")
                .anyMatch(line -> line.startsWith("ResponsePublished 9 r2 2024-11-20"));
    }

    @Test
    void a_holding_answer_belongs_to_the_department_that_had_the_question_then() {
        assertThat(told(ASKED + ANSWERED + ",\"dateHoldingAnswer\":\"2024-11-04T00:00:00\"", MOVED))
                .contains("InterimReplyPublished 9 r1 2024-11-04 {}");
    }

    @Test
    void other_changes_say_nothing() {
        assertThat(told(
                        ASKED,
                        "{\"observed_at\":\"2024-11-05T00:06:49+00:00\",\"id\":9,\"event\":\"vanished\"}\n"
                                + MOVED.replace("answeringBodyName", "dateForAnswer")
                                + "\n"
                                + MOVED.replace("\"id\":9", "\"id\":8")))
                .noneMatch(line -> line.startsWith("ReferralForwarded"));
    }

    @Test
    void a_question_without_a_heading_is_known_by_its_number() {
        assertThat(told(ASKED.replace("\"Bridges\"", "null"), null))
                .anyMatch(line -> line.contains("\"title\":\"Written question 4800\""));
    }

    @Test
    void a_record_that_is_wrong_is_named_by_its_line_and_nothing_of_it_is_taken() {
        Read read = FileReading.read(
                "uk-written-questions",
                "{%s}\n{%s}\n{%s}"
                        .formatted(
                                ASKED.replace("\"id\":9", "\"id\":\"nine\""),
                                ASKED.replace("2024-11-01T00:00:00", "yesterday"),
                                ASKED));
        assertThat(read.refused())
                .containsExactly(
                        "line 1: id must be a whole number.",
                        "line 2: dateTabled must be a day such as 2023-12-01T00:00:00, or an instant with its offset.");
        assertThat(read.lines()).allMatch(line -> line.number() == 3);
    }

    @Test
    void a_broken_file_of_changes_stops_the_import_before_it_tells_anything_wrongly_and_names_its_line() {
        assertThatThrownBy(() -> FileReading.read("uk-written-questions", "{" + ASKED + "}", MOVED + "\n{\"id\":9,"))
                .isInstanceOf(LineRefusedException.class)
                .hasMessage(
                        "observed-changes.jsonl, line 2: This is not strict JSON at column 9: it ends before its value does; it may have been cut off.");
        assertThatThrownBy(() -> FileReading.read(
                        "uk-written-questions", "{" + ASKED + "}", MOVED.replace("2024-11-05T00:06:49+00:00", "once")))
                .hasMessage("observed-changes.jsonl, line 1: observed_at must be an instant with its offset.");
    }

    private static List<String> told(String fields, @Nullable String changes) {
        Read read = FileReading.read("uk-written-questions", "{" + fields + "}", changes);
        assertThat(read.refused()).isEmpty();
        return read.lines().stream().map(FileReading::told).toList();
    }
}
