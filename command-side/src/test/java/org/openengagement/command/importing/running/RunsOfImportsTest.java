package org.openengagement.command.importing.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.openengagement.ledger.entry.RecordedEvent;
import org.openengagement.ledger.events.recordkeeping.ImportRunClosed;
import org.openengagement.ledger.events.recordkeeping.ImportRunOpened;

/** What opens and closes a run, and what the ledger then says of it for ever. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RunsOfImportsTest extends IntoARealLedger {

    private static final String BEGINS = "{\"v\":\"oel-events/v1\"}\n";
    private static final String OF_A_VILLAGE = CASE.replace("A town", "A village");

    @Test
    void a_run_is_not_named_by_a_case_that_is_refused() throws IOException {
        String submitted = CASE.lines().findFirst().orElseThrow().replace("A town", "Jane Doe's diary") + "\n";

        run(BEGUN
                + submitted.replace("2024-03-01", "2999-03-01")
                + submitted.replace("\"PETITION\"", "\"NOVEL\"")
                + submitted.replace("ProposalSubmitted", "ProposalWithdrawn")
                + CASE.replace("p-1", "p-2"));

        assertThat(opened()).extracting(ImportRunOpened::name).containsExactly("A town");
        assertThat(real.types()).containsEntry("ProposalSubmitted", 1);
    }

    @Test
    void a_run_that_goes_on_with_a_case_is_named_by_its_source() throws IOException {
        run(BEGUN + CASE);

        run("""
                {"v":"oel-events/v1","type":"SupportCounted","case":"p-1","effectiveOn":"2024-10-01","source":{"name":"A town"},"data":{"count":3}}
                """);

        assertThat(opened()).extracting(ImportRunOpened::name).containsExactly("A town", "A town");
    }

    @Test
    void a_run_that_was_abandoned_ends_with_the_next_import_of_its_source_and_says_what_it_brought_in()
            throws IOException {
        abandoned(BEGUN + CASE);
        abandoned(BEGUN + OF_A_VILLAGE);
        assertThat(closed()).isEmpty();

        run(BEGINS + CASE.replace("p-1", "p-2"));

        assertThat(opened()).hasSize(3);
        assertThat(closed())
                .containsExactly(
                        // The publication that the case needed is one of them.
                        new ImportRunClosed(opened().getFirst().run(), 9, 0),
                        new ImportRunClosed(opened().getLast().run(), 6, 1));

        run(BEGUN + OF_A_VILLAGE);
        assertThat(opened()).hasSize(3);
        assertThat(closed()).hasSize(3);
        assertThat(closed().getLast().run()).isEqualTo(opened().get(1).run());
    }

    /** An import that ends in the middle, as if its process had died. */
    private void abandoned(String file) {
        assertThatIllegalStateException()
                .isThrownBy(() -> real.importer.run(own(file), ImportOptions.PLAIN, progress -> {
                    throw new IllegalStateException("gone");
                }));
    }

    private List<ImportRunOpened> opened() {
        return real.all().stream()
                .map(RecordedEvent::event)
                .filter(ImportRunOpened.class::isInstance)
                .map(ImportRunOpened.class::cast)
                .toList();
    }

    private List<ImportRunClosed> closed() {
        return real.all().stream()
                .map(RecordedEvent::event)
                .filter(ImportRunClosed.class::isInstance)
                .map(ImportRunClosed.class::cast)
                .toList();
    }
}
