package org.openengagement.ledger.store;

import static java.time.temporal.ChronoUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.openengagement.ledger.store.Units.entries;
import static org.openengagement.ledger.store.Units.unit;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

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
