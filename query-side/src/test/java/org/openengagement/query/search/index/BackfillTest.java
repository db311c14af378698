package org.openengagement.query.search.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.openengagement.ledger.entry.RecordedEvent;
import org.openengagement.query.ledgers.CaseStory;
import org.openengagement.query.ledgers.MemoryLedger;
import org.openengagement.query.readmodels.PersistentReadModel;
import org.openengagement.query.readmodels.SubmissionsReadModel;
import org.openengagement.query.readmodels.SubmissionsReadModel.Submissions;
import org.openengagement.query.responsetimes.ReferralsReadModel;

/** A node that is started with a read model more than before. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@Timeout(120)
class BackfillTest {

    private static final int CASES = 60;

    @TempDir
    private Path folder;

    private final MemoryLedger ledger = MemoryLedger.opened();

    @Test
    void the_second_model_gets_its_data_while_the_first_keeps_answering_and_events_come_in() {
        recordCases(CASES);
        try (Node before = new Node(folder, ledger)) {
            before.caughtUp();
        }
        long indexed = ledger.size() - 1;
        PersistentReadModel<Submissions> second = new PersistentReadModel<>(new SubmissionsReadModel());
        try (Node node = new Node(
                folder,
                ledger,
                FSDirectory::open,
                System::nanoTime,
                new PersistentReadModel<>(new ReferralsReadModel()),
                List.of(second))) {
            String figures = node.figures(indexed);
            assertThat(node.index.position()).isEqualTo(indexed);
            Backfill backfill = new Backfill(node.index);
            backfill.start();
            int askedMeanwhile = 0;
            try {
                while (!second.progress().complete()) {
                    assertThat(node.figures(indexed)).isEqualTo(figures);
                    assertThat(node.references(Node.search("title"))).isNotEmpty();
                    askedMeanwhile++;
                    takeIn(node, recordCases(1));
                }
            } finally {
                backfill.stop();
            }
            assertThat(askedMeanwhile).isPositive();
            takeIn(node, recordCases(1));
            assertThat(second.rows().byMonth(ledger.size() - 1).values().stream()
                            .mapToInt(Integer::intValue)
                            .sum())
                    .isEqualTo(CASES + askedMeanwhile + 1);
        }
    }

    @Test
    void nothing_is_made_where_nothing_lacks_and_a_stopped_one_leaves_the_folder_alone() {
        recordCases(3);
        SearchIndex closed;
        try (Node node = new Node(folder, ledger)) {
            closed = node.caughtUp().index;
            int streamsRead = ledger.streamsRead();
            Backfill backfill = new Backfill(closed);
            backfill.start();
            assertThat(backfill.isRunning()).isTrue();
            LockSupport.parkNanos(20_000_000);
            backfill.stop();
            assertThat(backfill.isRunning()).isFalse();
            assertThat(ledger.streamsRead()).isEqualTo(streamsRead);
        }
        assertThat(closed.backfill(1)).isFalse();
        new Node(folder, ledger).close();
    }

    private static void takeIn(Node node, List<RecordedEvent> events) {
        events.forEach(node.index::on);
        node.index.show();
    }

    private List<RecordedEvent> recordCases(int count) {
        int before = (int) ledger.size();
        for (int i = 0; i < count; i++) {
            CaseStory.submitted(ledger, "%010d".formatted(ledger.size()), "2026-01-06", "A title", "A text")
                    .published("2026-01-06")
                    .referredTo("skopje", "2026-01-07", "2026-01-22");
        }
        return ledger.all().subList(before, (int) ledger.size());
    }
}
