package org.openengagement.ledger.store.mongo;

import static java.time.temporal.ChronoUnit.SECONDS;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.openengagement.ledger.store.Units.entries;
import static org.openengagement.ledger.store.Units.unit;

import com.mongodb.client.MongoDatabase;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.openengagement.ledger.store.CommitUnreadableException;
import org.openengagement.ledger.store.LedgerReader;
import org.openengagement.ledger.store.StoredEntry;

/** What is read by position, by stream and by instant. */
abstract class ReadingContract extends LedgerStoreContract {

    @Test
    void entries_are_read_from_the_middle_of_a_commit_and_at_most_as_many_as_wanted() {
        store.append(entries("proposal/a", 0, 10));
        store.append(entries("proposal/b", 0, 10));

        assertThat(store.read(7, 6)).extracting(StoredEntry::position).containsExactly(7L, 8L, 9L, 10L, 11L, 12L);
        assertThat(store.read(19, 10)).extracting(StoredEntry::position).containsExactly(19L);
        assertThat(store.read(20, 10)).isEmpty();
        assertThat(store.read(1_000, 10)).isEmpty();
        assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> store.read(-1, 10));
        assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> store.read(0, 0));
        assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> store.read(0, 10_001));
    }

    @Test
    void a_stream_is_read_in_order_across_commits_that_hold_others_too() {
        for (int place = 0; place < 200; place += 2) {
            store.append(unit().entry("proposal/a", place)
                    .entry("proposal/b", place)
                    .entry("proposal/a", place + 1L)
                    .entry("proposal/b", place + 1L)
                    .get());
            if (place < 10 || place > 120) {
                assertThat(store.lastSequence("proposal/a")).contains(place + 1L);
            }
        }

        assertThat(store.readStream("proposal/a", 0))
                .extracting(StoredEntry::sequence)
                .containsExactlyElementsOf(numbers(0, 200));
        assertThat(store.readStream("proposal/a", 150))
                .extracting(StoredEntry::sequence)
                .containsExactlyElementsOf(numbers(150, 200));
        assertThat(store.readStream("proposal/a", 0))
                .extracting(StoredEntry::stream)
                .containsOnly("proposal/a");
        assertThat(store.readStream("proposal/a", 200)).isEmpty();
        assertThat(store.readStream("proposal", 0)).isEmpty();
    }

    @Test
    void every_entry_says_where_what_its_command_recorded_ends() {
        store.append(entries("proposal/a", 0, 3));
        store.append(entries("proposal/b", 0, 1));
        store.append(unit().entry("proposal/a", 3).entry("proposal/b", 1).get());

        assertThat(store.read(0, 10)).extracting(StoredEntry::lastOfUnit).containsExactly(2L, 2L, 2L, 3L, 5L, 5L);
        assertThat(store.read(1, 1)).extracting(StoredEntry::lastOfUnit).containsExactly(2L);
        assertThat(store.readStream("proposal/a", 0))
                .extracting(StoredEntry::lastOfUnit)
                .containsExactly(2L, 2L, 2L, 5L);
    }

    @Test
    void a_commit_that_does_not_say_where_its_commands_end_is_refused_in_words() {
        store.append(entries("proposal/a", 0, 3));
        Document sound = requireNonNull(
                database.getCollection(MongoLedgerStore.COMMITS).find().first());
        Document without = new Document(sound);
        without.remove("units");

        assertThatThrownBy(() -> readOf(without))
                .isInstanceOf(CommitUnreadableException.class)
                .hasMessageContaining("position 0")
                .hasMessageContaining("import your data again");
        for (List<Integer> units : List.of(List.of(2), List.of(2, 2), List.of(3, 0), List.<Integer>of())) {
            assertThatThrownBy(() -> readOf(new Document(sound).append("units", units)))
                    .as("units %s", units)
                    .isInstanceOf(CommitUnreadableException.class)
                    .hasMessageContaining("position 0")
                    .hasMessageContaining("backup");
        }
        assertThat(readOf(sound)).hasSize(3);
        assertThat(readOf(new Document(sound).append("units", List.of(1, 2))))
                .extracting(StoredEntry::lastOfUnit)
                .containsExactly(0L, 2L, 2L);
    }

    /** What a ledger is read as whose one commit is this document. */
    private List<StoredEntry> readOf(Document commit) {
        MongoDatabase another = anotherDatabase();
        another.getCollection(MongoLedgerStore.COMMITS).insertOne(commit);
        try (LedgerReader reader = MongoLedgerReader.open(another, CausalReads.ofOneServer())) {
            return reader.read(0, 10);
        } finally {
            forget(another);
        }
    }

    @Test
    void an_instant_leads_to_the_first_entry_recorded_then_or_later() {
        AtomicReference<Instant> clock = new AtomicReference<>();
        Instant start = Instant.now().truncatedTo(SECONDS);
        MongoLedgerStore own = openedStore(clock::get);
        for (int second = 0; second < 12; second++) {
            clock.set(start.plusSeconds(second));
            own.append(entries("proposal/" + second, 0, 1 + second % 3));
        }

        List<StoredEntry> all = own.read(0, 100);
        for (Instant instant = start.minusSeconds(1);
                instant.isBefore(start.plusSeconds(13));
                instant = instant.plusMillis(500)) {
            Instant asked = instant;
            long expected = all.stream()
                    .filter(entry -> entry.recordedAt().isBefore(asked))
                    .count();
            assertThat(own.firstPositionAt(asked)).as("at %s", asked).isEqualTo(expected);
        }
    }
}
