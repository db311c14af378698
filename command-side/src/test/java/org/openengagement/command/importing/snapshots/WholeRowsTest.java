package org.openengagement.command.importing.snapshots;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openengagement.command.importing.running.ImportOptions;
import org.openengagement.command.importing.running.ImportReport;
import org.openengagement.command.importing.running.ImportReport.RefusedLine;
import org.openengagement.command.importing.running.IntoARealLedger;
import org.openengagement.ledger.entry.RecordedEvent;

/** A row of a foreign format makes several events, and is recorded whole or not at all. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class WholeRowsTest extends IntoARealLedger {

    private static final String PETITION =
            "{\"id\":7,\"action\":\"Mend the bridge\",\"background\":\"It leaks.\",\"signature_count\":12000,"
                    + "\"created_at\":\"2016-07-01T10:00:00Z\",\"opened_at\":\"2016-07-04T10:00:00Z\","
                    + "\"response_threshold_reached_at\":\"2016-08-01T10:00:00Z\","
                    + "\"government_response_at\":\"2016-09-01T10:00:00Z\","
                    + "\"government_response\":{\"summary\":\"Yes.\",\"details\":\"Soon.\"},"
                    + "\"_derived\":{\"department_signoff\":\"Home Office\"},"
                    + "\"closed_at\":\"2017-01-04T10:00:00Z\",\"updated_at\":\"2017-01-09T12:00:00Z\"}\n";
    private static final String QUESTION =
            "{\"id\":9,\"uin\":\"4800\",\"dateTabled\":\"2024-11-01T00:00:00\",\"isNamedDay\":false,"
                    + "\"answeringBodyName\":\"Home Office\",\"heading\":\"Bridges\",\"questionText\":\"How many?\","
                    + "\"dateAnswered\":\"2024-11-20T00:00:00\",\"answerIsHolding\":false,\"answerText\":\"Ten.\","
                    + "\"observed_at\":\"2024-12-30T23:30:00+00:00\"}\n";
    private static final String LONG = "a".repeat(600);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "12000 | -5 | count is -5",
                "Mend the bridge | LONG | title is 600 characters long",
                "2016-09-01T | 2099-09-01T | is in the future",
                "2016-09-01T | 2016-07-20T | before the referral was delivered",
                "2016-07-04T | 2016-06-04T | before the case was submitted",
                "Home Office | LONG | slug must be 1 to 100",
                "2017-01-09T | 2099-01-09T | is in the future"
            })
    void a_petition_that_is_wrong_anywhere_is_refused_once_and_nothing_of_it_is_stored(
            String right, String wrong, String why) throws IOException {
        refused("uk-petitions", PETITION.replace(right, wrong.replace("LONG", LONG)), why);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2024-11-20T | 2099-11-20T | is in the future",
                "2024-11-20T | 2024-10-20T | before",
                "Bridges | LONG | title is 600 characters long",
                "Home Office | LONG | slug must be 1 to 100"
            })
    void a_question_that_is_wrong_anywhere_is_refused_once_and_nothing_of_it_is_stored(
            String right, String wrong, String why) throws IOException {
        refused("uk-written-questions", QUESTION.replace(right, wrong.replace("LONG", LONG)), why);
    }

    @Test
    void the_rows_beside_a_refused_one_are_recorded_with_the_institution_that_it_named_first() throws IOException {
        ImportReport report = run(
                "uk-petitions",
                PETITION.replace("12000", "-5") + PETITION.replace(":7,", ":8,") + PETITION.replace(":7,", ":10,"));

        assertThat(report.newlyRefused()).extracting(RefusedLine::line).containsExactly(1L);
        assertThat(report.refused()).isEqualTo(1);
        assertThat(report.lines()).isEqualTo(3);
        assertThat(real.types())
                .containsEntry("InstitutionRegistered", 1)
                .containsEntry("ProposalSubmitted", 2)
                .containsEntry("ResponsePublished", 2)
                .containsEntry("CaseClosed", 2);
        assertThat(report.accepted()).isEqualTo(13);
    }

    @Test
    void a_case_that_reads_otherwise_now_stands_as_it_was_submitted_and_its_answer_is_corrected() throws IOException {
        run("uk-petitions", PETITION);
        List<RecordedEvent> before = ofCases();

        ImportReport report = run(
                "uk-petitions",
                PETITION.replace("It leaks.", "It leaks much.")
                        .replace("Soon.", "Now.")
                        .replace("2016-09-01", "2016-09-02"));

        assertThat(report.newlyRefused()).isEmpty();
        assertThat(report.accepted()).isEqualTo(1);
        assertThat(ofCases()).startsWith(before.toArray(RecordedEvent[]::new)).hasSize(before.size() + 1);
        assertThat(ofCases().getLast().type()).isEqualTo("ResponseCorrected");
    }

    @Test
    void a_line_of_the_own_format_that_submits_a_case_otherwise_is_refused() throws IOException {
        run(BEGUN + CASE);
        List<RecordedEvent> before = ofCases();

        ImportReport report = run(CASE.replace("{\"type\":\"ProposalS", "{\"v\":\"oel-events/v1\",\"type\":\"ProposalS")
                .replace("It leaks.", "It leaks much."));

        assertThat(ofCases()).isEqualTo(before);
        assertThat(report.newlyRefused().getFirst())
                .hasToString("line 1: case p-1 is in the ledger already, and its submission differs from this line.");
    }

    @Test
    void a_case_that_the_same_file_tells_twice_is_submitted_and_answered_once() throws IOException {
        ImportReport report = run(
                "uk-petitions",
                PETITION + PETITION.replace("It leaks.", "It leaks much.").replace("2017-01-09", "2017-02-09"));

        assertThat(real.types())
                .containsEntry("ProposalSubmitted", 1)
                .containsEntry("ResponsePublished", 1)
                .containsEntry("SupportCounted", 2);
        assertThat(report.newlyRefused()).isEmpty();
    }

    @Test
    void a_row_that_the_ledger_holds_in_part_is_completed_and_one_that_it_holds_adds_nothing() throws IOException {
        run("uk-petitions", PETITION.replace(",\"signature_count\":12000", ""));
        long size = real.store.size();

        ImportReport completed = run("uk-petitions", PETITION);

        assertThat(completed.accepted()).isEqualTo(1);
        assertThat(completed.repeated()).isEqualTo(6);
        assertThat(real.types()).containsEntry("SupportCounted", 1);
        long completedSize = real.store.size();
        assertThat(completedSize).isEqualTo(size + 3);
        assertThat(run("uk-petitions", PETITION).repeated()).isEqualTo(7);
        assertThat(real.store.size()).isEqualTo(completedSize);
    }

    @Test
    void a_petition_that_was_debated_after_it_closed_is_told_so_by_a_later_state_of_its_row() throws IOException {
        run("uk-petitions", PETITION);

        ImportReport later = run(
                "uk-petitions",
                PETITION.replace("\"closed_at\"", "\"debate\":{\"debated_on\":\"2017-02-01\"},\"closed_at\""));

        assertThat(later.newlyRefused()).isEmpty();
        assertThat(later.accepted()).isEqualTo(2);
        assertThat(ofCases()).extracting(RecordedEvent::type).containsSubsequence("CaseClosed", "ReferralIssued");
    }

    @Test
    void the_refused_are_named_in_the_order_of_the_file() throws IOException {
        StringBuilder file = new StringBuilder();
        for (int i = 0; i < 40; i++) {
            // Every second one is refused in its lane, the others before it gets there.
            file.append(PETITION.replace(":7,", ":" + (100 + i) + ","));
            file.append(PETITION.replace(":7,", ":" + (100 + i) + ",").replaceAll("2016|2017", "2018"));
            file.append(PETITION.replace("12000", "-5"));
        }

        ImportReport report = run("uk-petitions", file.toString());

        assertThat(report.refused()).isEqualTo(80);
        assertThat(report.newlyRefused())
                .extracting(RefusedLine::line)
                .isSorted()
                .doesNotHaveDuplicates()
                .hasSize(80);
    }

    private void refused(String format, String row, String why) throws IOException {
        ImportReport report = run(format, row);

        assertThat(report.refused()).isEqualTo(1);
        assertThat(report.accepted()).isZero();
        assertThat(report.newlyRefused()).singleElement().satisfies(named -> {
            assertThat(named.line()).isEqualTo(1);
            assertThat(named.why()).contains(why);
        });
        assertThat(real.store.size()).isEqualTo(1);
    }

    private ImportReport run(String format, String file) throws IOException {
        return run(format, file, ImportOptions.PLAIN);
    }
}
