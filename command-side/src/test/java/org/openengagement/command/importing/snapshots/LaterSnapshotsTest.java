package org.openengagement.command.importing.snapshots;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.openengagement.command.dispatch.Caller;
import org.openengagement.command.importing.running.ImportOptions;
import org.openengagement.command.importing.running.ImportReport;
import org.openengagement.command.importing.running.IntoARealLedger;
import org.openengagement.command.referral.forward.ForwardReferral;
import org.openengagement.ledger.entry.RecordedEvent;
import org.openengagement.ledger.events.Actor;
import org.openengagement.ledger.events.Sealed;
import org.openengagement.ledger.events.Streams;
import org.openengagement.ledger.events.followup.CaseClosed;
import org.openengagement.ledger.events.followup.StatusChanged;
import org.openengagement.ledger.events.intake.ProposalPublished;
import org.openengagement.ledger.events.intake.ProposalSubmitted;
import org.openengagement.ledger.events.referral.ReferralForwarded;
import org.openengagement.ledger.events.referral.ReferralIssued;
import org.openengagement.ledger.events.response.ResponseCorrected;
import org.openengagement.ledger.events.response.ResponsePublished;
import org.openengagement.ledger.events.support.SupportCounted;

/** A row is a state of its case: whoever imports one state after the other has, in the end, what the last one tells. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LaterSnapshotsTest extends IntoARealLedger {

    private static final String PETITIONS = "uk-petitions";

    private static final String QUESTIONS = "uk-written-questions";

    /** An open question: department, heading, text and the day it was last seen, to be filled in. */
    private static final String QUESTION =
            "{\"id\":9,\"uin\":\"4800\",\"dateTabled\":\"2024-11-01T00:00:00\",\"isNamedDay\":false,\"answerIsHolding\":null,"
                    + "\"answeringBodyName\":\"%s\",\"heading\":%s,\"questionText\":%s,\"observed_at\":\"%sT00:06:49+00:00\"}\n";

    private static final List<String> TOLD_BY_THE_LAST = List.of(
            "submitted 2020-01-10",
            "published 2020-01-14",
            "home-office asked 2020-02-01",
            "home-office answered 2020-03-05: We mend them.\n\nOne after the other.\r\n\r\nHome Office",
            "house-of-commons asked 2020-04-01",
            "house-of-commons answered 2020-06-15: -",
            "closed 2020-07-14",
            "150321 counted 2021-01-05");

    @Test
    void each_state_adds_what_is_new_and_the_answer_goes_to_the_department_that_gave_it() throws IOException {
        List<Long> accepted = new ArrayList<>();
        for (String snapshot : PetitionSnapshots.all(1)) {
            ImportReport report = run(PETITIONS, snapshot, ImportOptions.PLAIN);
            assertThat(report.newlyRefused()).isEmpty();
            accepted.add(report.accepted());
        }

        assertThat(accepted).containsExactly(3L, 4L, 2L, 5L, 4L, 2L, 2L, 1L);
        assertThat(facts(ofCases()))
                .containsAll(TOLD_BY_THE_LAST)
                .contains("hm-government asked 2020-02-01", "hm-government forwarded 2020-02-01 to home-office")
                .doesNotHaveDuplicates()
                .hasSize(TOLD_BY_THE_LAST.size() + 2 + 7);
        assertThat(real.types())
                .containsEntry("ReferralIssued", 3)
                .containsEntry("ResponsePublished", 2)
                .containsEntry("SupportCounted", 8);
        assertThat(ofCases().stream()
                        .filter(each -> each.event() instanceof StatusChanged)
                        .map(each -> ((StatusChanged) each.event()).to().name()))
                .last()
                .isEqualTo("CLOSED");
    }

    @Test
    void whatever_states_were_imported_before_the_last_one_is_told_whole_and_once() throws IOException {
        List<Integer> states = List.of(0, 1, 3, 5);
        StringBuilder last = new StringBuilder();
        Map<Integer, StringBuilder> files = new HashMap<>();
        for (int subset = 0; subset < 1 << states.size(); subset++) {
            List<String> snapshots = PetitionSnapshots.all(100 + subset);
            for (int each = 0; each < states.size(); each++) {
                if ((subset & 1 << each) != 0) {
                    files.computeIfAbsent(each, state -> new StringBuilder()).append(snapshots.get(states.get(each)));
                }
            }
            last.append(snapshots.getLast());
        }
        for (int each = 0; each < states.size(); each++) {
            assertThat(run(PETITIONS, String.valueOf(files.get(each)), ImportOptions.PLAIN)
                            .refused())
                    .isZero();
        }

        assertThat(run(PETITIONS, last.toString(), ImportOptions.PLAIN).newlyRefused())
                .isEmpty();

        Map<String, List<RecordedEvent>> cases = new HashMap<>();
        ofCases()
                .forEach(each -> cases.computeIfAbsent(each.envelope().stream(), stream -> new ArrayList<>())
                        .add(each));
        assertThat(cases).hasSize(16);
        assertThat(cases.values())
                .allSatisfy(events ->
                        assertThat(facts(events)).containsAll(TOLD_BY_THE_LAST).doesNotHaveDuplicates());
        long size = real.store.size();
        assertThat(run(PETITIONS, last + "\n", ImportOptions.PLAIN).accepted()).isZero();
        assertThat(real.store.size()).isEqualTo(size);
    }

    @Test
    void all_states_may_stand_in_one_file_and_an_older_one_that_comes_late_moves_nothing_back() throws IOException {
        List<String> snapshots = PetitionSnapshots.all(1);
        ImportReport together = run(PETITIONS, String.join("", snapshots), ImportOptions.PLAIN);
        assertThat(together.newlyRefused()).isEmpty();
        assertThat(facts(ofCases())).containsAll(TOLD_BY_THE_LAST);

        String backwards = IntStream.range(0, snapshots.size())
                .mapToObj(each -> PetitionSnapshots.all(2).get(snapshots.size() - 1 - each))
                .collect(joining());
        ImportReport late = run(PETITIONS, backwards, ImportOptions.PLAIN);

        assertThat(late.newlyRefused()).isEmpty();
        String stream = ofCases().getLast().envelope().stream();
        List<RecordedEvent> second = ofCases().stream()
                .filter(each -> each.envelope().stream().equals(stream))
                .toList();
        assertThat(facts(second)).containsAll(TOLD_BY_THE_LAST).hasSize(TOLD_BY_THE_LAST.size() + 7);
    }

    @Test
    void a_row_whose_import_died_between_its_forwarding_and_the_next_referral_is_completed() throws IOException {
        run(PETITIONS, PetitionSnapshots.all(1).get(1), ImportOptions.PLAIN);
        String stream = ofCases().getFirst().envelope().stream();
        run(PETITIONS, PetitionSnapshots.all(2).get(3), ImportOptions.PLAIN);
        real.commands.dispatch(
                new ForwardReferral(Streams.caseOf(stream), "r1", "home-office", null, null, null),
                Caller.of(Actor.IMPORT, LocalDate.of(2020, 2, 1)));

        assertThat(run(PETITIONS, PetitionSnapshots.all(1).getLast(), ImportOptions.PLAIN)
                        .newlyRefused())
                .isEmpty();

        assertThat(facts(ofCases().stream()
                        .filter(each -> each.envelope().stream().equals(stream))
                        .toList()))
                .containsAll(TOLD_BY_THE_LAST)
                .doesNotHaveDuplicates();
    }

    @Test
    void an_answer_that_reads_otherwise_later_is_corrected_once_and_keeps_its_day() throws IOException {
        List<String> snapshots = PetitionSnapshots.all(1);
        run(PETITIONS, snapshots.get(3), ImportOptions.PLAIN);
        String otherwise = snapshots.getLast().replace("We mend them.", "We mend some of them.");

        ImportReport report = run(PETITIONS, otherwise, ImportOptions.PLAIN);
        ImportReport again = run(PETITIONS, otherwise + "\n", ImportOptions.PLAIN);

        assertThat(report.newlyRefused()).isEmpty();
        assertThat(again.accepted()).isZero();
        assertThat(facts(ofCases()))
                .contains("home-office answered 2020-03-05: We mend them.\n\nOne after the other.\r\n\r\nHome Office")
                .contains("corrected 2021-01-05: We mend some of them.\n\nOne after the other.\r\n\r\nHome Office");
        assertThat(real.types()).containsEntry("ResponseCorrected", 1).containsEntry("ResponsePublished", 2);
    }

    @Test
    void a_petition_that_was_debated_before_it_reached_the_threshold_is_owed_no_debate_later() throws IOException {
        String reached = PetitionSnapshots.all(1).getLast().replace("\"2020-06-15\"", "\"2020-03-20\"");
        String before = reached.replace("\"2020-04-01T20:00:00.000Z\"", "null");
        run(PETITIONS, before, ImportOptions.PLAIN);
        long size = real.store.size();

        assertThat(run(PETITIONS, reached, ImportOptions.PLAIN).newlyRefused()).isEmpty();
        assertThat(facts(ofCases())).contains("house-of-commons asked 2020-03-20");
        assertThat(real.store.size()).isEqualTo(size);
    }

    @Test
    void a_question_that_another_department_answers_later_was_forwarded_to_it() throws IOException {
        String open =
                "{\"id\":9,\"uin\":\"4800\",\"dateTabled\":\"2024-11-01T00:00:00\",\"isNamedDay\":true,\"dateForAnswer\":\"2024-11-06T00:00:00\","
                        + "\"answeringBodyName\":\"Home Office\",\"heading\":\"Bridges\",\"questionText\":\"How many?\","
                        + "\"dateHoldingAnswer\":\"2024-11-06T00:00:00\",\"dateAnswered\":\"2024-11-06T00:00:00\",\"answerIsHolding\":true,"
                        + "\"answerText\":\"Soon.\",\"observed_at\":\"2024-11-10T23:30:00+00:00\"}\n";
        String answered = open.replace("\"answerIsHolding\":true", "\"answerIsHolding\":false")
                .replace("\"dateAnswered\":\"2024-11-06", "\"dateAnswered\":\"2024-11-20")
                .replace("Soon.", "Ten.")
                .replace("Home Office", "Treasury")
                .replace("2024-11-10T", "2024-12-10T");
        run("uk-written-questions", open, ImportOptions.PLAIN);

        ImportReport report = run("uk-written-questions", answered, ImportOptions.PLAIN);

        assertThat(report.newlyRefused()).isEmpty();
        assertThat(facts(ofCases()))
                .contains("treasury asked 2024-11-01 until 2024-11-06", "treasury answered 2024-11-20: Ten.");
        assertThat(real.types())
                .containsEntry("InterimReplyPublished", 1)
                .containsEntry("ReferralForwarded", 1)
                .containsEntry("ResponsePublished", 1);
        long size = real.store.size();
        run("uk-written-questions", open + answered, ImportOptions.PLAIN);
        assertThat(real.store.size()).isEqualTo(size);
    }

    /** As the archive shows most questions: the heading comes with the answer. */
    @Test
    void a_question_whose_heading_comes_with_its_answer_stands_as_it_was_submitted_and_is_answered()
            throws IOException {
        String open = QUESTION.formatted("Home Office", "null", "\"How many?\"", "2024-11-10");
        String answered =
                answered(QUESTION.formatted("Home Office", "\"Bridges\"", "\"How many?\"", "2024-12-10"), "Ten.");
        run(QUESTIONS, open, ImportOptions.PLAIN);

        ImportReport report = run(QUESTIONS, answered, ImportOptions.PLAIN);

        assertThat(report.newlyRefused()).isEmpty();
        assertThat(report.accepted()).isEqualTo(1);
        assertThat(facts(ofCases())).endsWith("home-office asked 2024-11-01", "home-office answered 2024-11-20: Ten.");
        assertThat(titles()).containsExactly("Written question 4800");
        long size = real.store.size();
        assertThat(run(QUESTIONS, open + answered, ImportOptions.PLAIN).newlyRefused())
                .isEmpty();
        assertThat(real.store.size()).isEqualTo(size);
    }

    /** Where rows carry no texts, the text that stands for one names the department that has the question. */
    @Test
    void a_question_without_texts_that_moved_is_forwarded_and_answered() throws IOException {
        run(QUESTIONS, QUESTION.formatted("Home Office", "null", "null", "2024-11-10"), ImportOptions.PLAIN);

        ImportReport moved =
                run(QUESTIONS, QUESTION.formatted("Treasury", "null", "null", "2024-11-15"), ImportOptions.PLAIN);
        ImportReport answered = run(
                QUESTIONS,
                answered(QUESTION.formatted("Treasury", "\"Bridges\"", "null", "2024-12-10"), "Ten."),
                ImportOptions.PLAIN);

        assertThat(moved.newlyRefused()).isEmpty();
        assertThat(answered.newlyRefused()).isEmpty();
        assertThat(facts(ofCases()))
                .endsWith(
                        "home-office forwarded 2024-11-01 to treasury",
                        "treasury asked 2024-11-01",
                        "treasury answered 2024-11-20: Ten.");
        assertThat(titles()).containsExactly("Written question 4800");
    }

    @Test
    void an_answer_that_was_clipped_and_is_whole_later_was_not_corrected() throws IOException {
        String whole = "Ten. ".repeat(60);
        String clipped = whole.substring(0, 255) + "...";
        String open = QUESTION.formatted("Home Office", "null", "null", "2024-12-10");
        run(QUESTIONS, answered(open, clipped), ImportOptions.PLAIN);
        run(QUESTIONS, answered(open.replace(":9,", ":10,"), whole), ImportOptions.PLAIN);
        long size = ofCases().size();

        run(QUESTIONS, answered(open, whole) + answered(open.replace(":9,", ":10,"), clipped), ImportOptions.PLAIN);

        assertThat(ofCases()).hasSize((int) size);
        run(QUESTIONS, answered(open, "Nine" + whole), ImportOptions.PLAIN);
        assertThat(real.types()).containsEntry("ResponseCorrected", 1);
    }

    private static String answered(String open, String text) {
        return open.replace(
                "}\n", ",\"dateAnswered\":\"2024-11-20T00:00:00\",\"answerText\":\"%s\"}\n".formatted(text));
    }

    private List<String> titles() {
        return ofCases().stream()
                .map(RecordedEvent::event)
                .filter(ProposalSubmitted.class::isInstance)
                .map(event -> text(((ProposalSubmitted) event).title()))
                .toList();
    }

    /** What happened, in one sentence each, without numbers that only count within the case. */
    private static List<String> facts(List<RecordedEvent> events) {
        Map<String, String> institutions = new HashMap<>();
        List<String> facts = new ArrayList<>();
        for (RecordedEvent each : events) {
            String day = each.envelope().effectiveOn().toString();
            switch (each.event()) {
                case ProposalSubmitted submitted -> facts.add("submitted " + day);
                case ProposalPublished published -> facts.add("published " + day);
                case CaseClosed closed -> facts.add("closed " + day);
                case SupportCounted support -> facts.add(support.count() + " counted " + day);
                case ReferralIssued issued -> {
                    institutions.put(issued.referral(), issued.to());
                    facts.add(
                            issued.to() + " asked " + day + (issued.dueOn() == null ? "" : " until " + issued.dueOn()));
                }
                case ReferralForwarded forwarded ->
                    facts.add("%s forwarded %s to %s"
                            .formatted(institutions.get(forwarded.referral()), day, forwarded.to()));
                case ResponsePublished answer ->
                    facts.add("%s answered %s: %s"
                            .formatted(institutions.get(answer.referral()), day, text(answer.text())));
                case ResponseCorrected answer -> facts.add("corrected %s: %s".formatted(day, text(answer.text())));
                default -> {}
            }
        }
        return facts;
    }

    private static String text(@Nullable Sealed<String> text) {
        return text instanceof Sealed.Present<String> present ? present.value() : "-";
    }
}
