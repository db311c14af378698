package org.openengagement.command.importing.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openengagement.command.RealLedger;
import org.openengagement.command.importing.formats.SharedData;
import org.openengagement.command.importing.running.ImportReport.RefusedLine;

/** Whatever comes between, and however often a file is given, its history stands in the ledger once. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ImportedOnceTest extends IntoARealLedger {

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
        assertThat(again.newlyRefused()).extracting(RefusedLine::line).containsExactlyInAnyOrder(9L, 10L, 11L);
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
            assertThatThrownBy(() -> real.importer.run(own(file.toString()), ImportOptions.PLAIN, progress -> {
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
    void a_line_to_the_ledger_that_breaks_now_and_then_changes_nothing(@TempDir Path elsewhere) throws IOException {
        run(BEGUN + CASE);
        try (RealLedger unreliable = new RealLedger(elsewhere, UnreliableLine::new)) {
            ImportReport report = unreliable.importer.run(own(BEGUN + CASE), ImportOptions.PLAIN, progress -> {});

            assertThat(((UnreliableLine) unreliable.store).broken().get()).isPositive();
            assertThat(report.newlyRefused()).isEmpty();
            assertThat(report.accepted()).isEqualTo(8);
            assertThat(unreliable.types()).isEqualTo(real.types());
        }
    }

    @Test
    void the_petitions_are_recorded_whole_and_only_once() throws IOException {
        ImportFile petitions = ImportFile.at(SharedData.file("uk-petitions/petitions.jsonl"), "uk-petitions");
        ImportReport report = real.importer.run(petitions, ImportOptions.PLAIN, progress -> {});
        assertThat(report.newlyRefused()).isEmpty();
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
}
