package org.openengagement.query.search.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.apache.lucene.store.FSDirectory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openengagement.query.api.Connection;
import org.openengagement.query.api.PageRequest;
import org.openengagement.query.cases.CaseView;
import org.openengagement.query.ledgers.CaseStory;
import org.openengagement.query.ledgers.MemoryLedger;
import org.openengagement.query.ledgers.RandomLedger;
import org.openengagement.query.search.ProposalFilter;
import org.openengagement.query.search.ProposalOrder;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SearchIndexTest {

    @TempDir
    private Path folder;

    @Test
    void repeats_and_restarts_leave_what_a_rebuild_from_scratch_tells() {
        long seed = System.nanoTime();
        MemoryLedger ledger = RandomLedger.of(seed);
        takeInWithRepeatsAndRestarts(ledger, new Random(seed));
        try (Node restarted = new Node(folder.resolve("one"), ledger);
                Node fresh = new Node(folder.resolve("two"), ledger).caughtUp()) {
            assertThat(restarted.index.position()).as("seed %d", seed).isEqualTo(ledger.size() - 1);
            assertThat(restarted.told()).as("seed %d", seed).isEqualTo(fresh.told());
        }
    }

    private void takeInWithRepeatsAndRestarts(MemoryLedger ledger, Random random) {
        Node node = new Node(folder.resolve("one"), ledger);
        while (node.index.position() < ledger.size() - 1) {
            int next = (int) node.index.position() + 1;
            switch (random.nextInt(12)) {
                case 0 -> node.index.show();
                case 1 -> {
                    node.close();
                    node = new Node(folder.resolve("one"), ledger);
                }
                case 2, 3 -> node.index.on(ledger.all().get(random.nextInt(next + 1)));
                default -> node.index.on(ledger.all().get(next));
            }
        }
        node.close();
    }

    @Test
    void what_a_kill_leaves_leads_on_to_what_a_rebuild_from_scratch_tells() throws IOException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        MemoryLedger ledger = RandomLedger.of(seed);
        AtomicLong time = new AtomicLong();
        String whole;
        try (Node fresh = new Node(folder.resolve("fresh"), ledger).caughtUp()) {
            whole = fresh.told();
        }
        // Its clock goes on by an hour at each look, so that all it shows is committed at once.
        try (Node victim = new Node(
                folder.resolve("victim"), ledger, FSDirectory::open, () -> time.addAndGet(3_600_000_000_000L))) {
            for (int next = 0; next < ledger.size(); next++) {
                victim.index.on(ledger.all().get(next));
                if (random.nextInt(5) == 0) {
                    victim.index.show();
                }
                if (random.nextInt(20) == 0) {
                    Path left = copied(folder.resolve("victim"), folder.resolve("left by a kill at " + next));
                    try (Node restarted = new Node(left, ledger)) {
                        assertThat(restarted.index.position()).isLessThanOrEqualTo(next);
                        assertThat(restarted.caughtUp().told())
                                .as("seed %d, killed at %d", seed, next)
                                .isEqualTo(whole);
                    }
                }
            }
        }
    }

    private static Path copied(Path from, Path to) throws IOException {
        Files.createDirectory(to);
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
        return to;
    }

    @Test
    void a_node_that_stopped_before_it_took_anything_in_leaves_nothing_to_be_made_anew() {
        MemoryLedger ledger = MemoryLedger.opened();
        new Node(folder, ledger).close();
        try (Node node = new Node(folder, ledger)) {
            assertThat(node.index.timesMadeAnew()).isZero();
            assertThat(node.caughtUp().index.position()).isEqualTo(ledger.size() - 1);
        }
    }

    @Test
    void a_damaged_index_is_made_anew() throws IOException {
        MemoryLedger ledger = RandomLedger.of(7);
        String told;
        try (Node node = new Node(folder, ledger).caughtUp()) {
            told = node.told();
        }
        damageEveryFile();
        try (Node node = new Node(folder, ledger)) {
            assertThat(node.index.position()).isEqualTo(-1);
            assertThat(node.caughtUp().told()).isEqualTo(told);
        }
    }

    private void damageEveryFile() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(each -> !each.endsWith("write.lock")).toList()) {
                byte[] bytes = Files.readAllBytes(file);
                bytes[bytes.length / 2] ^= 0x55;
                Files.write(file, bytes);
            }
        }
    }

    @Test
    void a_deleted_index_is_made_anew() throws IOException {
        MemoryLedger ledger = RandomLedger.of(8);
        try (Node node = new Node(folder, ledger).caughtUp()) {
            assertThat(node.index.position()).isEqualTo(ledger.size() - 1);
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        try (Node node = new Node(folder, ledger)) {
            assertThat(node.index.position()).isEqualTo(-1);
        }
    }

    @Test
    void the_index_of_another_ledger_is_made_anew() {
        try (Node node = new Node(folder, MemoryLedger.opened(1)).caughtUp()) {
            assertThat(node.index.position()).isEqualTo(3);
        }
        try (Node node = new Node(folder, MemoryLedger.opened(2))) {
            assertThat(node.index.position()).isEqualTo(-1);
        }
    }

    /** It may have been opened again, at its last commit, since whoever feeds it last looked. */
    @Test
    void an_event_that_would_leave_a_gap_is_not_taken_in() {
        MemoryLedger ledger = RandomLedger.of(9);
        try (Node node = new Node(folder, ledger)) {
            node.index.on(ledger.all().get(0));

            assertThatIllegalStateException()
                    .isThrownBy(() -> node.index.on(ledger.all().get(2)))
                    .withMessageContaining("gap");
            assertThat(node.index.position()).isZero();
        }
    }

    @Test
    void a_folder_in_use_is_refused_and_left_alone() {
        MemoryLedger ledger = MemoryLedger.opened();
        try (Node node = new Node(folder, ledger).caughtUp()) {
            assertThatExceptionOfType(IndexInUseException.class)
                    .isThrownBy(() -> new Node(folder, ledger))
                    .withMessageContaining("oel.index-dir");
            assertThat(node.index.position()).isEqualTo(3);
        }
    }

    @Test
    void no_case_is_skipped_or_shown_twice_while_others_arrive_in_any_order_from_either_end() {
        for (ProposalOrder.Field field : ProposalOrder.Field.values()) {
            for (ProposalOrder.Direction direction : ProposalOrder.Direction.values()) {
                pageThrough(new ProposalOrder(field, direction), false);
                pageThrough(new ProposalOrder(field, direction), true);
            }
        }
    }

    @Test
    void the_order_by_supporters_goes_by_the_count_that_was_made_last() {
        MemoryLedger ledger = MemoryLedger.opened();
        CaseStory.submitted(ledger, "0000000012", "2015-07-20", "A title", "A text")
                .supportedBy(50, "2017-12-18")
                .supportedBy(900, "2015-07-20");
        CaseStory.submitted(ledger, "0000000024", "2015-07-20", "A title", "A text")
                .supportedBy(100, "2016-01-01");
        ProposalOrder order = new ProposalOrder(ProposalOrder.Field.ENDORSEMENTS, ProposalOrder.Direction.DESC);

        try (Node node = new Node(folder, ledger).caughtUp()) {
            List<String> seen = new ArrayList<>();
            add(node.page(ProposalFilter.ALL, order, asked(order, false, null)), seen);
            assertThat(seen).containsExactly("0000000024", "0000000012");
        }
    }

    private void pageThrough(ProposalOrder order, boolean backward) {
        MemoryLedger ledger = RandomLedger.of(3);
        ProposalFilter filter =
                order.field() == ProposalOrder.Field.RELEVANCE ? Node.search("title") : ProposalFilter.ALL;
        try (Node node = new Node(folder.resolve(order.name() + backward), ledger).caughtUp()) {
            List<String> before = node.references(filter);
            List<String> seen = new ArrayList<>();
            Connection<CaseView> page = node.page(filter, order, asked(order, backward, null));
            add(page, seen);
            // What arrives may stand before or behind, and may be shown or not: bounded, so that it ends either way.
            for (int arrivals = 0; arrivals < 200 && hasMore(page, backward); arrivals++) {
                if (arrivals < 20) {
                    CaseStory.submitted(ledger, "N%09d".formatted(arrivals), "2026-01-20", "A title", "New")
                            .published("2026-01-20");
                    node.caughtUp();
                }
                Connection.PageInfo info = page.pageInfo();
                page = node.page(
                        filter, order, asked(order, backward, backward ? info.startCursor() : info.endCursor()));
                add(page, seen);
            }
            assertThat(before).isNotEmpty();
            assertThat(seen)
                    .as("%s, backward: %s", order.name(), backward)
                    .doesNotHaveDuplicates()
                    .containsAll(before);
        }
    }

    private static void add(Connection<CaseView> page, List<String> seen) {
        page.edges().forEach(edge -> seen.add(edge.node().submitted().reference()));
    }

    private static boolean hasMore(Connection<CaseView> page, boolean backward) {
        return backward ? page.pageInfo().hasPreviousPage() : page.pageInfo().hasNextPage();
    }

    private static PageRequest asked(ProposalOrder order, boolean backward, @Nullable String cursor) {
        return backward
                ? PageRequest.of(null, null, 3, cursor, order.name())
                : PageRequest.of(3, cursor, null, null, order.name());
    }
}
