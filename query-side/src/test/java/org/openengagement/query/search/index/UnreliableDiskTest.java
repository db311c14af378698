package org.openengagement.query.search.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.openengagement.ledger.entry.RecordedEvent;
import org.openengagement.query.ledgers.MemoryLedger;
import org.openengagement.query.ledgers.RandomLedger;

/** A disk that fails while a node runs costs no restart and no answer. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class UnreliableDiskTest {

    private static final MemoryLedger LEDGER = RandomLedger.of(12);

    private static String whole = "";

    @TempDir
    private Path folder;

    private final UnreliableDisk disk = new UnreliableDisk();

    @BeforeAll
    static void a_node_that_was_never_in_trouble_says(@TempDir Path sound) {
        try (Node node = new Node(sound, LEDGER).caughtUp()) {
            whole = node.told();
        }
    }

    @Test
    void a_full_disk_leaves_the_answers_as_they_are_and_is_over_when_there_is_room() {
        List<RecordedEvent> half = LEDGER.all().subList(0, (int) LEDGER.size() / 2);
        try (Node node = new Node(folder, LEDGER, disk)) {
            half.forEach(node.index::on);
            node.index.show();
            long reached = node.index.position();
            String told = node.told(reached);

            disk.isFull(true);
            for (int attempt = 0; attempt < 3; attempt++) {
                assertThatExceptionOfType(UncheckedIOException.class)
                        .isThrownBy(node::caughtUp)
                        .withMessageContaining("No space left on device");
                assertThat(node.told(reached)).isEqualTo(told);
                assertThat(node.index.isSound()).isFalse();
            }

            disk.isFull(false);
            node.caughtUp();
            assertThat(node.index.isSound()).isTrue();
            assertThat(node.index.timesOpenedAgain()).isPositive();
            assertThat(node.told()).isEqualTo(whole);
        }
    }

    @Test
    void trouble_is_over_only_when_the_disk_has_taken_what_is_shown(@TempDir Path copy) throws IOException {
        try (Node node = new Node(folder, LEDGER, disk)) {
            disk.isFull(true);
            assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(node::caughtUp);
            disk.isFull(false);
            node.caughtUp();

            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.copy(file, copy.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
                }
            }
            try (Node killed = new Node(copy, LEDGER)) {
                assertThat(killed.index.position()).isEqualTo(node.index.position());
            }
        }
    }

    @Test
    void a_write_that_fails_at_any_moment_is_made_good() {
        int failures = 0;
        for (long writes = 0; ; writes += 1 + writes) {
            try (Node node = new Node(folder.resolve("at" + writes), LEDGER, disk)) {
                disk.failsOnceAfter(writes);
                takeInWithTheFailure(node);
                if (!disk.hasFailed()) {
                    break;
                }
                failures++;
                assertThat(node.told()).as("after %d writes", writes).isEqualTo(whole);
            }
        }
        assertThat(failures).isGreaterThan(5);
    }

    /** In steps, and with whatever comes again after the failure; what was told before it is told until it is made good. */
    private static void takeInWithTheFailure(Node node) {
        int shown = 0;
        String told = node.told(-1);
        for (int next = 0; next < LEDGER.size(); ) {
            int end = (int) Math.min(LEDGER.size(), next + 40);
            try {
                LEDGER.all().subList(next, end).forEach(node.index::on);
                node.index.show();
                if (end > shown) {
                    shown = end;
                    told = node.told(shown - 1L);
                }
                next = end;
            } catch (UncheckedIOException failed) {
                assertThat(node.told(shown - 1L)).isEqualTo(told);
                next = (int) node.index.position() + 1;
            }
        }
    }

    @Test
    @Timeout(60)
    void a_disk_that_stands_still_keeps_nobody_from_asking() throws InterruptedException {
        List<RecordedEvent> half = LEDGER.all().subList(0, (int) LEDGER.size() / 2);
        try (Node node = new Node(folder, LEDGER, disk)) {
            half.forEach(node.index::on);
            node.index.show();
            long reached = half.getLast().position();
            String told = node.told(reached);

            disk.standsStill();
            Thread writing = Thread.ofPlatform().start(node::caughtUp);
            disk.awaitAWait();
            assertThat(node.told(reached)).isEqualTo(told);

            disk.goesOn();
            writing.join();
            assertThat(node.told()).isEqualTo(whole);
        }
    }
}
