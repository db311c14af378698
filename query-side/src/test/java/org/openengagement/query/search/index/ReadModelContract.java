package org.openengagement.query.search.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openengagement.ledger.entry.RecordedEvent;
import org.openengagement.ledger.events.Streams;
import org.openengagement.query.api.RequestException;
import org.openengagement.query.cases.CaseFolds;
import org.openengagement.query.cases.CaseView;
import org.openengagement.query.ledgers.CaseStory;
import org.openengagement.query.ledgers.MemoryLedger;
import org.openengagement.query.ledgers.RandomLedger;
import org.openengagement.query.readmodels.CaseReadModel;
import org.openengagement.query.readmodels.PersistentReadModel;

/**
 * What holds for every read model that persists. The test of a new one extends this.
 *
 * @param <R> its rows
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
public abstract class ReadModelContract<R> {

    @TempDir
    private Path folder;

    private final MemoryLedger ledger = RandomLedger.of(5);

    protected abstract CaseReadModel<R> definition();

    /** All that its rows tell of the ledger up to a position. */
    protected abstract String told(R rows, long position);

    /** The bytes of {@link #story}, in hexadecimal. Where they change, the version of the read model counts up. */
    protected abstract String bytesOfTheStory();

    @Test
    void what_is_loaded_is_what_was_taken_in() {
        String told;
        try (Built first = open("index")) {
            first.caughtUp();
            told = first.told();
        }
        int streamsRead = ledger.streamsRead();
        try (Built again = open("index")) {
            assertThat(again.index.backfill(1)).isFalse();
            assertThat(again.told()).isEqualTo(told);
        }
        assertThat(ledger.streamsRead())
                .as("what was kept needs nothing of the ledger")
                .isEqualTo(streamsRead);
        assertThat(told).isEqualTo(toldByTheLedger());
    }

    @Test
    void a_case_that_comes_again_changes_no_answer() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        CaseReadModel<R> model = definition();
        R once = model.emptyRows();
        R often = model.emptyRows();
        for (RecordedEvent event : ledger.all()) {
            if (Streams.isProposal(event.envelope().stream())) {
                model.replace(often, bytesAt(model, event));
                model.replace(once, bytesAt(model, event));
                if (random.nextBoolean()) {
                    model.replace(often, bytesAt(model, event));
                }
            }
        }
        assertThat(told(often, ledger.size() - 1))
                .as("seed %d", seed)
                .isEqualTo(told(once, ledger.size() - 1))
                .isEqualTo(toldByTheLedger());
    }

    @Test
    void the_bytes_of_a_version_stay_as_they_are() {
        CaseView view = story();
        assertThat(HexFormat.of().formatHex(definition().bytesOf(view)))
                .as("other bytes are another version: count it up")
                .isEqualTo(bytesOfTheStory());
    }

    @Test
    void garbage_is_refused_in_words_and_leaves_the_rows_as_they_were() {
        CaseReadModel<R> model = definition();
        byte[] good = model.bytesOf(story());
        R rows = model.emptyRows();
        model.replace(rows, good);
        String before = told(rows, 100);
        for (int length = 0; length < good.length; length++) {
            byte[] cut = Arrays.copyOf(good, length);
            assertThatIllegalArgumentException().isThrownBy(() -> model.replace(rows, cut));
            assertThat(told(rows, 100)).isEqualTo(before);
        }
        for (long seed = 0; seed < 5_000; seed++) {
            Random random = new Random(seed);
            byte[] damaged = good.clone();
            damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            R others = model.emptyRows();
            try {
                model.replace(others, damaged);
            } catch (IllegalArgumentException refused) {
                assertThat(refused).as("seed %d", seed).hasMessageContaining("bytes are no");
            }
        }
    }

    @Test
    void a_new_one_beside_an_old_index_is_made_alone_and_shown_when_it_is_complete() {
        long cases = cases();
        long indexed;
        try (SearchIndex old = indexWithout(folder.resolve("index"))) {
            ledger.all().forEach(old::on);
            old.show();
            indexed = old.position();
        }
        int streamsRead = ledger.streamsRead();
        try (Built beside = open("index")) {
            assertThat(beside.index.timesMadeAnew()).isZero();
            assertThat(beside.index.position()).isEqualTo(indexed);
            assertThatExceptionOfType(RequestException.class)
                    .isThrownBy(beside.model::rows)
                    .withMessageContaining("\"%s\"", definition().name())
                    .withMessageContaining("0 of %d cases", cases);
            assertThat(beside.index.backfill(1)).isTrue();
            assertThatExceptionOfType(RequestException.class)
                    .isThrownBy(beside.model::rows)
                    .withMessageContaining("1 of %d cases", cases);

            beside.makeTheRest();

            assertThat(ledger.streamsRead()).isEqualTo(streamsRead + (int) cases);
            assertThat(beside.told()).isEqualTo(toldByTheLedger());
        }
    }

    @Test
    void what_another_version_kept_is_not_read_but_made_anew() {
        try (Built before = open("index", new Kept<>(definition(), definition().version() + 1, false))) {
            before.caughtUp();
        }
        long seed = System.nanoTime();
        try (Built after = open("index")) {
            assertThat(after.index.timesMadeAnew()).isZero();
            assertThatExceptionOfType(RequestException.class).isThrownBy(after.model::rows);
            takeInAndMake(after, new Random(seed));
            assertThat(after.told()).as("seed %d", seed).isEqualTo(toldByTheLedger());
        }
        int streamsRead = ledger.streamsRead();
        try (Built again = open("index")) {
            assertThat(again.model.rows()).isNotNull();
            assertThat(ledger.streamsRead()).isEqualTo(streamsRead);
        }
    }

    @Test
    void bytes_that_cannot_be_read_are_made_anew_and_only_those() {
        try (Built before = open("index", new Kept<>(definition(), definition().version(), true))) {
            before.caughtUp();
        }
        try (Built after = open("index")) {
            assertThat(after.index.timesMadeAnew()).isZero();
            assertThatExceptionOfType(RequestException.class).isThrownBy(after.model::rows);
            assertThat(after.model.progress().lacking())
                    .isPositive()
                    .isLessThan(after.model.progress().cases());
            after.makeTheRest();
            assertThat(after.told()).isEqualTo(toldByTheLedger());
        }
    }

    @Test
    void a_kill_between_any_two_commits_loses_no_more_than_the_last_steps() throws IOException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        try (SearchIndex old = indexWithout(folder.resolve("index"))) {
            ledger.all().forEach(old::on);
        }
        CaseStory.submitted(ledger, "0000000099", "2026-02-20", "One more", "One more")
                .published("2026-02-20")
                .referredTo("skopje", "2026-02-21", "2026-02-24");
        String whole = toldByTheLedger();
        AtomicLong hours = new AtomicLong();
        try (Built victim = new Built(
                folder.resolve("index"),
                definition(),
                FSDirectory::open,
                () -> hours.incrementAndGet() * 3_600_000_000_000L)) {
            boolean more = true;
            for (int step = 0; more; step++) {
                more = victim.index.backfill(1 + random.nextInt(6));
                long lacking = victim.model.progress().lacking();
                if (random.nextBoolean()) {
                    takeInSome(victim, random);
                }
                Path left = copied(folder.resolve("index"), folder.resolve("left at step " + step));
                try (Built restarted = new Built(left, definition(), FSDirectory::open, System::nanoTime)) {
                    assertThat(restarted.model.progress().lacking()).isEqualTo(lacking);
                    takeInAndMake(restarted, random);
                    assertThat(restarted.told())
                            .as("seed %d, step %d", seed, step)
                            .isEqualTo(whole);
                }
            }
        }
    }

    @Test
    void a_disk_that_fails_at_any_moment_shows_nothing_before_it_is_whole() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        String whole = toldByTheLedger();
        int failures = 0;
        for (long writes = 0; ; writes += 1 + writes) {
            Path index = folder.resolve("index" + writes);
            List<RecordedEvent> half = ledger.all().subList(0, (int) ledger.size() / 2);
            try (SearchIndex old = indexWithout(index)) {
                half.forEach(old::on);
            }
            UnreliableDisk disk = new UnreliableDisk();
            try (Built built = new Built(index, definition(), disk, System::nanoTime)) {
                disk.failsOnceAfter(writes);
                makeWithTheFailure(built, random);
                assertThat(built.told())
                        .as("seed %d, after %d writes", seed, writes)
                        .isEqualTo(whole);
                if (!disk.hasFailed()) {
                    break;
                }
                failures++;
            }
        }
        assertThat(failures).isGreaterThan(2);
    }

    /** In steps, and again what the failure took; whenever its rows can be asked, they tell all that was shown. */
    private void makeWithTheFailure(Built built, Random random) {
        long shown = -1;
        boolean more = true;
        while (more || built.index.position() < ledger.size() - 1) {
            try {
                more = built.index.backfill(1 + random.nextInt(3));
                takeInSome(built, random);
                shown = Math.max(shown, built.index.position());
            } catch (UncheckedIOException failed) {
                more = true;
            }
            if (shown >= 0 && built.model.progress().complete()) {
                assertThat(told(built.model.rows(), shown)).isEqualTo(toldByTheLedger(shown));
            }
        }
    }

    private void takeInAndMake(Built built, Random random) {
        boolean more = true;
        while (more || built.index.position() < ledger.size() - 1) {
            more = built.index.backfill(1 + random.nextInt(3));
            takeInSome(built, random);
        }
    }

    private void takeInSome(Built built, Random random) {
        int next = (int) built.index.position() + 1;
        int end = (int) Math.min(ledger.size(), next + random.nextInt(20));
        ledger.all().subList(next, end).forEach(built.index::on);
        built.index.show();
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

    /** What the whole ledger tells, folded case by case with no index between. */
    private String toldByTheLedger() {
        return toldByTheLedger(ledger.size() - 1);
    }

    private String toldByTheLedger(long upTo) {
        CaseReadModel<R> model = definition();
        R rows = model.emptyRows();
        for (RecordedEvent event : ledger.all()) {
            if (event.envelope().sequence() == 0
                    && event.position() <= upTo
                    && Streams.isProposal(event.envelope().stream())) {
                CaseView view = CaseView.fold(ledger.readStream(event.envelope().stream()), upTo)
                        .orElseThrow();
                model.replace(rows, model.bytesOf(view));
            }
        }
        return told(rows, upTo);
    }

    private long cases() {
        return ledger.all().stream()
                .filter(event -> Streams.isProposal(event.envelope().stream()))
                .filter(event -> event.envelope().sequence() == 0)
                .count();
    }

    private byte[] bytesAt(CaseReadModel<R> model, RecordedEvent event) {
        return model.bytesOf(CaseView.fold(ledger.readStream(event.envelope().stream()), event.position())
                .orElseThrow());
    }

    private static CaseView story() {
        MemoryLedger ledger = MemoryLedger.opened();
        CaseStory story = CaseStory.submitted(ledger, "0000000012", "2026-01-05", "Mend the bridge", "It shakes.")
                .published("2026-01-06")
                .referredTo("skopje", "2026-01-07", "2026-01-22")
                .answered("2026-01-20", "It was mended.");
        return CaseView.fold(ledger.readStream(story.stream()), ledger.size()).orElseThrow();
    }

    private SearchIndex indexWithout(Path index) {
        return new SearchIndex(index, ledger, new CaseFolds(ledger, 3), List.of(), System::nanoTime);
    }

    private Built open(String name) {
        return open(name, definition());
    }

    private Built open(String name, CaseReadModel<R> definition) {
        return new Built(folder.resolve(name), definition, FSDirectory::open, System::nanoTime);
    }

    /** An index with the model. */
    private final class Built implements AutoCloseable {

        private final PersistentReadModel<R> model;
        private final SearchIndex index;

        private Built(Path lies, CaseReadModel<R> definition, IndexFolder.Disk disk, LongSupplier nanoTime) {
            this.model = new PersistentReadModel<>(definition);
            this.index = new SearchIndex(
                    new IndexFolder(lies, ledger, disk), ledger, new CaseFolds(ledger, 3), List.of(model), nanoTime);
        }

        private void caughtUp() {
            ledger.all().forEach(index::on);
            index.show();
        }

        private void makeTheRest() {
            while (index.backfill(7)) {
                // The next step follows.
            }
        }

        private String told() {
            return ReadModelContract.this.told(model.rows(), index.position());
        }

        @Override
        public void close() {
            index.close();
        }
    }

    /** The model under another version, or one whose every third case is kept as something else. */
    private static final class Kept<R> implements CaseReadModel<R> {

        private final CaseReadModel<R> model;
        private final int version;
        private final boolean garbled;

        private Kept(CaseReadModel<R> model, int version, boolean garbled) {
            this.model = model;
            this.version = version;
            this.garbled = garbled;
        }

        @Override
        public String name() {
            return model.name();
        }

        @Override
        public int version() {
            return version;
        }

        @Override
        public byte[] bytesOf(CaseView view) {
            return garbled && view.opened() % 3 == 0 ? new byte[] {1, 2, 3} : model.bytesOf(view);
        }

        @Override
        public R emptyRows() {
            return model.emptyRows();
        }

        @Override
        public void replace(R rows, byte[] bytes) {
            if (bytes.length > 3) {
                model.replace(rows, bytes);
            }
        }
    }
}
