package org.openengagement.command.importing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openengagement.command.RealLedger;
import org.openengagement.command.importing.ImportReport.RefusedLine;
import org.openengagement.ledger.entry.RecordedEvent;
import org.openengagement.ledger.events.Actor;
import org.openengagement.ledger.events.Sealed;
import org.openengagement.ledger.events.intake.ProposalSubmitted;
import org.openengagement.ledger.events.recordkeeping.ImportRunClosed;
import org.openengagement.ledger.events.recordkeeping.ImportRunOpened;
import org.openengagement.ledger.events.register.InstitutionKind;
import org.openengagement.ledger.events.register.InstitutionRegistered;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ImporterTest {

    private static final String BEGUN = """
            {"v":"oel-events/v1","type":"InstitutionRegistered","effectiveOn":"2015-01-01","data":{"slug":"home-office","name":{"en":"Home Office"},"kind":"MINISTRY"}}
            {"type":"LegalBasisEnacted","effectiveOn":"2015-01-01","data":{"code":"foi-20","title":"Answer within 20 working days","days":20,"unit":"WORKING","rollForward":true,"pausable":true,"maxExtensionDays":20}}
            """;
    private static final String CASE = """
            {"type":"ProposalSubmitted","case":"p-1","effectiveOn":"2024-03-01","source":{"name":"A town","url":"https://example.org/1","licence":"CC0-1.0"},"data":{"kind":"PETITION","channel":"WEB","language":"en","title":"Mend the bridge","text":"It leaks.","topics":["roads"]}}
            {"type":"ReferralIssued","case":"p-1","referral":"x","effectiveOn":"2024-04-02","data":{"to":"home-office","legalBasis":"foi-20"}}
            {"type":"ReferralAcknowledged","case":"p-1","referral":"x","effectiveOn":"2024-04-03"}
            {"type":"ResponsePublished","case":"p-1","referral":"x","effectiveOn":"2024-04-20","data":{"kind":"REJECTED","text":"No."}}
            {"type":"SupportCounted","case":"p-1","effectiveOn":"2024-09-01","data":{"count":10512}}
            {"type":"CaseClosed","case":"p-1","effectiveOn":"2024-09-01","data":{"reason":"COMPLETED"}}
            """;

    @TempDir
    Path directory;

    private RealLedger real;

    @BeforeEach
    void open() {
        real = new RealLedger(directory.resolve("data"));
    }

    @AfterEach
    void close() {
        real.close();
    }

    @Test
    void history_is_recorded_by_the_same_rules_with_its_own_days_and_where_it_comes_from() throws IOException {
        ImportReport report = run(BEGUN + CASE);
        assertThat(report.firstRefused()).isEmpty();
        assertThat(report.accepted()).isEqualTo(8);
        assertThat(report.exitCode()).isZero();
        assertThat(ofTheCase())
                .containsExactly(
                        "ProposalSubmitted 2024-03-01",
                        "ReceiptConfirmed 2024-03-01",
                        "StatusChanged 2024-03-01",
                        "ProposalPublished 2024-03-01",
                        "StatusChanged 2024-03-01",
                        "ReferralIssued 2024-04-02",
                        "StatusChanged 2024-04-02",
                        "ReferralAcknowledged 2024-04-03",
                        "StatusChanged 2024-04-03",
                        "ResponsePublished 2024-04-20",
                        "StatusChanged 2024-04-20",
                        "SupportCounted 2024-09-01",
                        "CaseClosed 2024-09-01",
                        "StatusChanged 2024-09-01");
        RecordedEvent opened = first("ImportRunOpened");
        assertThat(opened.event())
                .isInstanceOfSatisfying(
                        ImportRunOpened.class, run -> assertThat(run.name()).isEqualTo("A town"));
        assertThat(real.all())
                .filteredOn(each -> each.envelope().stream().startsWith("proposal/"))
                .allSatisfy(each -> {
                    assertThat(each.envelope().actor()).isEqualTo(Actor.IMPORT);
                    assertThat(each.envelope().causedBy())
                            .isEqualTo(opened.envelope().id());
                });
        ProposalSubmitted submitted =
                (ProposalSubmitted) first("ProposalSubmitted").event();
        assertThat(submitted.source()).isNotNull().satisfies(source -> {
            assertThat(source.name()).isEqualTo("A town");
            assertThat(source.caseId())
                    .isInstanceOfSatisfying(
                            Sealed.Present.class,
                            name -> assertThat(name.value()).isEqualTo("p-1"));
        });
        assertThat(first("ImportRunClosed").event())
                .isInstanceOfSatisfying(
                        ImportRunClosed.class,
                        closed -> assertThat(List.of(closed.accepted(), closed.refused()))
                                .containsExactly(8L, 0L));
    }

    @Test
    void no_permanent_byte_holds_a_text_or_an_id_of_the_source_or_what_the_file_is_called() throws IOException {
        Path file = Files.writeString(
                directory.resolve("complaints-of-Jane-Doe.jsonl"),
                BEGUN + CASE.replace("p-1", "a-name-nobody-may-see"));
        real.importer.run(ImportFile.at(file, "oel-events/v1"), ImportOptions.PLAIN, progress -> {});
        assertThat(real.types()).containsEntry("ProposalSubmitted", 1);
        assertThat(real.all())
                .allSatisfy(each -> assertThat(each.entry().toString())
                        .doesNotContain("a-name-nobody", "Mend the bridge", "It leaks", "example.org", "Jane-Doe"));
    }

    @Test
    void the_same_file_again_adds_no_event_and_neither_does_one_with_refused_lines() throws IOException {
        String file = BEGUN + CASE
                + "nonsense\n{\"type\":\"ReferralAccepted\",\"case\":\"p-1\",\"referral\":\"y\",\"effectiveOn\":\"2024-04-03\"}\n"
                + "{\"type\":\"ReferralIssued\",\"case\":\"p-1\",\"referral\":\"z\",\"effectiveOn\":\"2024-04-03\",\"data\":{\"to\":\"nobody\"}}\n";
        run(file);
        long size = real.store.size();
        ImportReport again = run(file);
        assertThat(real.store.size()).isEqualTo(size);
        assertThat(again.accepted()).isZero();
        assertThat(again.repeated()).isEqualTo(8);
        assertThat(again.firstRefused()).extracting(RefusedLine::line).containsExactlyInAnyOrder(9L, 10L, 11L);
        assertThat(again.exitCode()).isEqualTo(1);
    }

    @Test
    void equal_lines_of_one_case_are_so_many_events() throws IOException {
        String reply =
                "{\"type\":\"InterimReplyPublished\",\"case\":\"p-1\",\"referral\":\"x\",\"effectiveOn\":\"2024-04-10\",\"data\":{\"text\":\"Soon.\"}}\n";
        run(BEGUN + CASE + reply + reply);
        run(BEGUN + CASE + reply + reply);
        assertThat(real.types()).containsEntry("InterimReplyPublished", 2);
    }

    @Test
    void a_later_file_goes_on_with_a_case_by_its_source_and_its_referrals() throws IOException {
        run(BEGUN + CASE);
        ImportReport later = run("""
                {"v":"oel-events/v1","type":"ResponseCorrected","case":"p-1","referral":"x","effectiveOn":"2024-10-01","source":{"name":"A town"},"data":{"text":"Yes."}}
                """);
        assertThat(later.firstRefused()).isEmpty();
        assertThat(real.types()).containsEntry("ResponseCorrected", 1);
    }

    @Test
    void a_correction_into_no_answer_is_named_as_a_refused_line_and_one_into_another_answer_is_taken()
            throws IOException {
        ImportReport report = run(BEGUN + CASE + """
                {"type":"ResponseCorrected","case":"p-1","referral":"x","effectiveOn":"2024-10-01","data":{"kind":"NOT_COMPETENT","text":"It was not ours."}}
                {"type":"ResponseCorrected","case":"p-1","referral":"x","effectiveOn":"2024-10-01","data":{"kind":"ACCEPTED","text":"Yes."}}
                """);
        assertThat(report.refused()).isEqualTo(1);
        assertThat(report.firstRefused().getFirst().line()).isEqualTo(9);
        assertThat(report.firstRefused().getFirst().why()).startsWith("a1 answered referral r1.");
        assertThat(real.types()).containsEntry("ResponseCorrected", 1);
    }

    @Test
    void a_bad_line_is_named_and_stops_nothing_else_and_nothing_of_it_is_stored() throws IOException {
        ImportReport report = run(BEGUN + CASE + """
                {"type":"CommitmentMade","case":"p-1","effectiveOn":"2024-10-01","data":{}}
                {"type":"Nonsense","case":"p-1","effectiveOn":"2024-10-01"}
                {"type":"ReferralIssued","case":"p-1","referral":"y","effectiveOn":"2024-02-01","data":{"to":"home-office"}}
                {"type":"ReferralIssued","case":"p-1","referral":"y","effectiveOn":"2924-02-01","data":{"to":"home-office"}}
                {"type":"ReferralIssued","case":"p-1","referral":"y","effectiveOn":"2024-10-01","data":{"to":"nobody"}}
                {"type":"ReferralIssued","case":"p-2","referral":"y","effectiveOn":"2024-10-01","data":{"to":"home-office"}}
                {"type":"ResponsePublished","case":"p-1","referral":"x","effectiveOn":"2024-04-01","data":{"kind":"REJECTED"}}
                {"type":"StatusChanged","case":"p-1","effectiveOn":"2024-10-01","data":{"to":"CLOSED"}}
                {"type":"ReferralIssued","case":"p-1","referral":"y","effectiveOn":"2024-10-01","data":{"to":"home-office"}}
                """);
        assertThat(report.skipped()).isEqualTo(1);
        assertThat(report.accepted()).isEqualTo(9);
        assertThat(report.refused()).isEqualTo(7);
        Map<Long, String> named = report.firstRefused().stream()
                .collect(Collectors.toMap(RefusedLine::line, RefusedLine::why, (a, b) -> a, TreeMap::new));
        assertThat(named.keySet()).containsExactly(9L, 10L, 11L, 12L, 13L, 14L, 15L);
        assertThat(named.get(9L)).isEqualTo("CommitmentMade is not taken by this version of the ledger yet.");
        assertThat(named.get(11L)).contains("before the case was submitted");
        assertThat(named.get(13L)).isEqualTo("No institution is registered as nobody.");
        assertThat(named.get(14L)).isEqualTo("the ledger holds no case p-2 of this source.");
        assertThat(real.types()).containsEntry("ReferralIssued", 2);
    }

    @Test
    void an_institution_that_nobody_registered_is_registered_where_that_is_asked_for() throws IOException {
        String file = BEGUN + CASE.replace("\"to\":\"home-office\"", "\"to\":\"Town Hall, Upper Floor\"");
        ImportReport report = run(file, new ImportOptions(true, false));
        assertThat(report.firstRefused()).isEmpty();
        assertThat(real.all())
                .extracting(RecordedEvent::event)
                .filteredOn(InstitutionRegistered.class::isInstance)
                .last()
                .isEqualTo(new InstitutionRegistered(
                        "town-hall-upper-floor",
                        Map.of("mk", "Town Hall, Upper Floor"),
                        InstitutionKind.OTHER,
                        null,
                        List.of(),
                        List.of()));
    }

    @Test
    void strictly_the_first_bad_line_stops_the_import() throws IOException {
        ImportReport report = run("{\"v\":\"oel-events/v1\"}\n" + BEGUN + CASE, new ImportOptions(false, true));
        assertThat(report.accepted()).isZero();
        assertThat(report.refused()).isEqualTo(1);
    }

    @Test
    void a_source_that_publishes_at_once_needs_no_further_line() throws IOException {
        run("""
                {"v":"oel-events/v1","type":"ProposalSubmitted","case":"c","effectiveOn":"2024-03-01","source":{"name":"S","publishesAtOnce":true},"data":{"kind":"REPORT","language":"en","title":"A hole","text":""}}
                """);
        assertThat(ofTheCase())
                .containsExactly(
                        "ProposalSubmitted 2024-03-01",
                        "ReceiptConfirmed 2024-03-01",
                        "StatusChanged 2024-03-01",
                        "ProposalPublished 2024-03-01",
                        "StatusChanged 2024-03-01");
    }

    @Test
    void a_field_that_was_erased_at_its_source_is_taken_as_erased() throws IOException {
        ImportReport report = run("""
                {"v":"oel-events/v1","type":"ProposalSubmitted","case":"c","effectiveOn":"2024-03-01","source":{"name":"S"},"data":{"kind":"REPORT","language":"en","title":null,"text":null}}
                """);
        assertThat(report.firstRefused()).isEmpty();
    }

    @Test
    void an_import_that_was_killed_anywhere_goes_on_in_the_same_run_and_ends_as_if_it_never_was() throws IOException {
        StringBuilder file = new StringBuilder(BEGUN);
        for (int i = 0; i < 150; i++) {
            file.append(CASE.replace("p-1", "p-" + i));
        }
        long seed = 42;
        Random random = new Random(seed);
        for (int kill = 0; kill < 3; kill++) {
            int after = 1 + random.nextInt(3);
            int[] told = {0};
            assertThatThrownBy(() -> real.importer.run(file(file.toString()), ImportOptions.PLAIN, progress -> {
                        if (++told[0] >= after) {
                            throw new IllegalStateException("killed");
                        }
                    }))
                    .as("seed %d, kill %d", seed, kill)
                    .hasMessage("killed");
            real.close();
            real = new RealLedger(directory.resolve("data"));
        }
        ImportReport report = run(file.toString());
        assertThat(report.refused()).isZero();
        assertThat(real.types())
                .containsEntry("ImportRunOpened", 1)
                .containsEntry("ImportRunClosed", 1)
                .containsEntry("ProposalSubmitted", 150)
                .containsEntry("ProposalPublished", 150)
                .containsEntry("ReferralIssued", 150)
                .containsEntry("ReferralAcknowledged", 150)
                .containsEntry("ResponsePublished", 150)
                .containsEntry("SupportCounted", 150)
                .containsEntry("CaseClosed", 150);
    }

    @Test
    void a_refused_line_publishes_no_case_and_registers_no_institution() throws IOException {
        String submitted = CASE.lines().findFirst().orElseThrow() + "\n";
        run(BEGUN + submitted);
        long before = real.store.size();

        ImportReport report = run("""
                {"v":"oel-events/v1","type":"SupportCounted","case":"p-1","effectiveOn":"2024-02-01","source":{"name":"A town"},"data":{"count":3}}
                {"type":"SupportCounted","case":"p-1","effectiveOn":"2099-02-01","data":{"count":3}}
                {"type":"ReferralIssued","case":"p-1","referral":"y","effectiveOn":"2024-02-01","data":{"to":"Brand New Office"}}
                """, new ImportOptions(true, false));

        assertThat(report.refused()).isEqualTo(3);
        assertThat(real.types()).doesNotContainKey("ProposalPublished");
        assertThat(real.all().stream().skip(before).map(RecordedEvent::type))
                .allMatch(type -> type.startsWith("ImportRun"));
    }

    @Test
    void two_referrals_of_a_case_do_not_share_an_id() throws IOException {
        run(BEGUN + CASE);

        ImportReport report = run("""
                {"v":"oel-events/v1","type":"ReferralIssued","case":"p-1","referral":"x","effectiveOn":"2024-05-02","source":{"name":"A town"},"data":{"to":"home-office"}}
                """);

        assertThat(report.refused()).isEqualTo(1);
        assertThat(report.firstRefused().getFirst().why()).contains("has used the id");
    }

    @Test
    void a_line_to_the_ledger_that_breaks_now_and_then_changes_nothing(@TempDir Path elsewhere) throws IOException {
        run(BEGUN + CASE);
        try (RealLedger unreliable = new RealLedger(elsewhere, UnreliableLine::new)) {
            ImportReport report = unreliable.importer.run(file(BEGUN + CASE), ImportOptions.PLAIN, progress -> {});

            assertThat(((UnreliableLine) unreliable.store).broken().get()).isPositive();
            assertThat(report.firstRefused()).isEmpty();
            assertThat(report.accepted()).isEqualTo(8);
            assertThat(unreliable.types()).isEqualTo(real.types());
        }
    }

    @Test
    void the_petitions_are_recorded_whole_and_only_once() throws IOException {
        ImportFile petitions = ImportFile.at(SharedData.file("uk-petitions/petitions.jsonl"), "uk-petitions");
        ImportReport report = real.importer.run(petitions, ImportOptions.PLAIN, progress -> {});
        assertThat(report.firstRefused()).isEmpty();
        assertThat(real.types())
                .containsEntry("ProposalSubmitted", 47)
                .containsEntry("ProposalRejected", 6)
                .containsEntry("ProposalPublished", 41)
                .containsEntry("SupportCounted", 47);
        long size = real.store.size();
        real.importer.run(petitions, ImportOptions.PLAIN, progress -> {});
        assertThat(real.store.size()).isEqualTo(size);
        assertThat(first("ImportRunOpened").entry().toString())
                .contains("UK Parliament petitions")
                .doesNotContain("petitions.jsonl");
    }

    private List<String> ofTheCase() {
        return real.all().stream()
                .filter(each -> each.envelope().stream().startsWith("proposal/"))
                .map(each -> each.type() + " " + each.envelope().effectiveOn())
                .toList();
    }

    private RecordedEvent first(String type) {
        return real.all().stream()
                .filter(each -> each.type().equals(type))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_law_is_taken_behind_the_calendar_that_it_counts_by_and_not_before() throws IOException {
        String law =
                "{\"v\":\"oel-events/v1\",\"type\":\"LegalBasisEnacted\",\"effectiveOn\":\"2015-01-01\",\"data\":{\"code\":\"foi-20\",\"title\":\"Answer within 20 working days\",\"days\":20,\"unit\":\"WORKING\",\"rollForward\":true,\"pausable\":true,\"maxExtensionDays\":20,\"calendar\":\"gb\"}}\n";
        String calendar =
                "{\"type\":\"HolidayCalendarPublished\",\"effectiveOn\":\"2015-01-01\",\"data\":{\"code\":\"gb\",\"version\":1,\"dates\":[\"2015-12-25\"]}}\n";

        ImportReport report = run(law + calendar + law);

        assertThat(report.accepted()).isEqualTo(2);
        assertThat(report.firstRefused())
                .containsExactly(new RefusedLine(1, "No holiday calendar was published as gb."));
    }

    private ImportReport run(String file) throws IOException {
        return run(file, ImportOptions.PLAIN);
    }

    private ImportReport run(String file, ImportOptions options) throws IOException {
        return real.importer.run(file(file), options, progress -> {});
    }

    private static ImportFile file(String file) throws IOException {
        ImportFile.Content content = () -> new ByteArrayInputStream(file.getBytes(UTF_8));
        return new ImportFile("oel-events/v1", ImportFile.sha256(content), content, null);
    }
}
