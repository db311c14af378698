package org.openengagement.command.importing.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.openengagement.ledger.entry.RecordedEvent;
import org.openengagement.ledger.events.Actor;
import org.openengagement.ledger.events.Sealed;
import org.openengagement.ledger.events.intake.ProposalSubmitted;
import org.openengagement.ledger.events.recordkeeping.ImportRunClosed;
import org.openengagement.ledger.events.recordkeeping.ImportRunOpened;
import org.openengagement.ledger.events.register.InstitutionKind;
import org.openengagement.ledger.events.register.InstitutionRegistered;

/** What becomes of the lines of a file. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ImporterTest extends IntoARealLedger {

    @Test
    void history_is_recorded_by_the_same_rules_with_its_own_days_and_where_it_comes_from() throws IOException {
        ImportReport report = run(BEGUN + CASE);
        assertThat(report.newlyRefused()).isEmpty();
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
    void a_later_file_goes_on_with_a_case_by_its_source_and_its_referrals() throws IOException {
        run(BEGUN + CASE);
        ImportReport later = run("""
                {"v":"oel-events/v1","type":"ResponseCorrected","case":"p-1","referral":"x","effectiveOn":"2024-10-01","source":{"name":"A town"},"data":{"text":"Yes."}}
                """);
        assertThat(later.newlyRefused()).isEmpty();
        assertThat(real.types()).containsEntry("ResponseCorrected", 1);
    }

    @Test
    void an_institution_that_nobody_registered_is_registered_where_that_is_asked_for() throws IOException {
        String file = BEGUN + CASE.replace("\"to\":\"home-office\"", "\"to\":\"Town Hall, Upper Floor\"");
        ImportReport report = run(file, new ImportOptions(true, false));
        assertThat(report.newlyRefused()).isEmpty();
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
        assertThat(report.newlyRefused()).isEmpty();
    }

    private List<String> ofTheCase() {
        return ofCases().stream()
                .map(each -> each.type() + " " + each.envelope().effectiveOn())
                .toList();
    }
}
