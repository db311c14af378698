package org.openengagement.query.search.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openengagement.query.ledgers.MemoryLedger;
import org.openengagement.query.ledgers.RandomLedger;

/** What lies in an index's folder when a node starts may be anything: it never answers from an index that is not whole. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DamagedIndexTest {

    private static final MemoryLedger LEDGER = RandomLedger.of(11);

    @TempDir
    private Path folder;

    private final Map<Path, byte[]> whole = new TreeMap<>();
    private String told = "";

    @BeforeEach
    void an_index_was_really_written() throws IOException {
        try (Node node = new Node(folder, LEDGER).caughtUp()) {
            told = node.told();
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                whole.put(file, Files.readAllBytes(file));
            }
        }
    }

    @Test
    void a_file_that_is_cut_off_is_found_whichever_it_is_and_wherever_it_ends() throws IOException {
        for (Path file : indexFiles()) {
            byte[] bytes = whole(file);
            for (int length : new int[] {0, 1, bytes.length / 2, bytes.length - 1}) {
                restore();
                Files.write(file, Arrays.copyOf(bytes, length));
                isMadeAnew("%s cut to %d".formatted(file.getFileName(), length));
            }
        }
    }

    @Test
    void a_file_that_is_missing_is_found_whichever_it_is() throws IOException {
        for (Path file : indexFiles()) {
            restore();
            Files.delete(file);
            isMadeAnew(file.getFileName() + " missing");
        }
    }

    @Test
    void a_single_bit_is_found_wherever_it_is_turned() throws IOException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (Path file : indexFiles()) {
            for (int i = 0; i < 6; i++) {
                restore();
                byte[] bytes = whole(file).clone();
                int at = random.nextInt(bytes.length);
                bytes[at] ^= (byte) (1 << random.nextInt(8));
                Files.write(file, bytes);
                isMadeAnew("seed %d: %s turned at %d".formatted(seed, file.getFileName(), at));
            }
        }
    }

    @Test
    void garbage_is_found_in_the_place_of_any_file() throws IOException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (Path file : indexFiles()) {
            restore();
            byte[] garbage = new byte[1 + random.nextInt(5_000)];
            random.nextBytes(garbage);
            Files.write(file, garbage);
            isMadeAnew("seed %d: %s garbage".formatted(seed, file.getFileName()));
        }
    }

    @Test
    void what_is_made_anew_answers_as_before() throws IOException {
        Path largest = indexFiles().stream()
                .max(java.util.Comparator.comparingInt(file -> whole(file).length))
                .orElseThrow();
        Files.write(largest, Arrays.copyOf(whole(largest), whole(largest).length / 2));
        try (Node node = new Node(folder, LEDGER).caughtUp()) {
            assertThat(node.told()).isEqualTo(told);
        }
        try (Node again = new Node(folder, LEDGER)) {
            assertThat(again.index.timesMadeAnew()).isZero();
            assertThat(again.told()).isEqualTo(told);
        }
    }

    @Test
    void a_lock_that_was_left_behind_and_files_of_others_are_no_damage() throws IOException {
        Path note = Files.writeString(folder.resolve("note.txt"), "mine");
        Files.writeString(folder.resolve("write.lock"), "left");
        try (Node node = new Node(folder, LEDGER)) {
            assertThat(node.index.timesMadeAnew()).isZero();
            assertThat(node.told()).isEqualTo(told);
        }
        Files.delete(indexFiles().getFirst());
        try (Node node = new Node(folder, LEDGER)) {
            assertThat(node.index.timesMadeAnew()).isEqualTo(1);
        }
        assertThat(note).hasContent("mine");
    }

    private void isMadeAnew(String damage) {
        try (Node node = new Node(folder, LEDGER)) {
            assertThat(node.index.timesMadeAnew()).as(damage).isEqualTo(1);
            assertThat(node.index.whyMadeAnew()).as(damage).isNotBlank();
            assertThat(node.index.position()).as(damage).isEqualTo(-1);
        }
    }

    private List<Path> indexFiles() {
        return whole.keySet().stream()
                .filter(file -> !file.endsWith("write.lock"))
                .toList();
    }

    private byte[] whole(Path file) {
        return whole.getOrDefault(file, new byte[0]);
    }

    private void restore() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        for (Map.Entry<Path, byte[]> file : whole.entrySet()) {
            Files.write(file.getKey(), file.getValue());
        }
    }
}
