package org.openengagement.ledger.store.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.openengagement.ledger.store.AtOnce.atOnce;
import static org.openengagement.ledger.store.Units.entries;
import static org.openengagement.ledger.store.Units.oneEntry;
import static org.openengagement.ledger.store.Units.unit;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.openengagement.ledger.store.ClaimTakenException;
import org.openengagement.ledger.store.LedgerUnavailableException;
import org.openengagement.ledger.store.Recorded;
import org.openengagement.ledger.store.StoredEntry;
import org.openengagement.transparency.Hash;

/** What holds of recording units in a store of the ledger, one after the other or many at once. */
abstract class AppendingContract extends LedgerStoreContract {

    @Test
    void an_empty_ledger_has_nothing() {
        assertThat(store.size()).isZero();
        assertThat(store.read(0, 10)).isEmpty();
        assertThat(store.readStream("proposal/a", 0)).isEmpty();
        assertThat(store.lastSequence("proposal/a")).isEmpty();
        assertThat(store.firstPositionAt(Instant.EPOCH)).isZero();
        assertThat(store.taken(List.of("proposal/a#0"))).isEmpty();
        assertThat(store.request("nobody")).isEmpty();
    }

    @Test
    void what_was_appended_is_read_back_as_it_was() {
        Recorded recorded = store.append(entries("proposal/a", 0, 2));

        List<StoredEntry> read = store.read(0, 10);

        assertThat(recorded.first()).isZero();
        assertThat(recorded.last()).isEqualTo(1);
        assertThat(read).extracting(StoredEntry::position).containsExactly(0L, 1L);
        assertThat(read).extracting(StoredEntry::sequence).containsExactly(0L, 1L);
        assertThat(read).allSatisfy(entry -> {
            assertThat(entry.recordedAt()).isEqualTo(recorded.recordedAt());
            assertThat(entry.stream()).isEqualTo("proposal/a");
            assertThat(entry.type()).isEqualTo("SomethingHappened");
            assertThat(entry.revision()).isEqualTo(1);
            assertThat(entry.entry().toString())
                    .contains(entry.id().toString())
                    .contains(recorded.recordedAt().toString());
            assertThat(entry.leafHash()).isEqualTo(Hash.ofLeaf(entry.entry().toByteArray()));
        });
    }

    @Test
    void a_unit_that_is_refused_leaves_nothing_behind() {
        store.append(unit().entry("proposal/a", 0).claiming("import#row-1").get());

        assertThatExceptionOfType(ClaimTakenException.class)
                .isThrownBy(() -> store.append(unit().entry("proposal/b", 0)
                        .entry("proposal/b", 1)
                        .claiming("import#row-1", "import#row-2")
                        .get()));
        assertThat(store.readStream("proposal/b", 0)).isEmpty();
        assertThat(store.free(List.of("import#row-1", "import#row-2"))).containsExactly("import#row-2");
    }

    @Test
    void units_of_many_callers_stand_gapless_in_one_order_and_share_their_writes() {
        int callers = 16;
        int each = 20;

        List<Recorded> recorded = atOnce(
                        callers,
                        caller -> IntStream.range(0, each)
                                .mapToObj(number ->
                                        store.append(entries("proposal/" + caller + "-" + number, 0, 1 + number % 3)))
                                .toList())
                .flatMap(List::stream)
                .toList();

        long entries = recorded.stream().mapToLong(Recorded::count).sum();
        List<StoredEntry> all = store.read(0, 10_000);
        assertThat(store.size()).isEqualTo(entries);
        assertThat(all).extracting(StoredEntry::position).containsExactlyElementsOf(numbers(0, entries));
        assertThat(all).extracting(StoredEntry::recordedAt).isSorted();
        assertThat(recorded)
                .allSatisfy(unit -> assertThat(all.subList((int) unit.first(), (int) unit.last() + 1))
                        .extracting(StoredEntry::sequence)
                        .containsExactlyElementsOf(
                                LongStream.range(0, unit.count()).boxed().toList()));
        List<Integer> counts = commitCounts();
        assertThat(counts)
                .hasSizeLessThan(callers * each)
                .allSatisfy(count -> assertThat(count).isLessThanOrEqualTo(64));
    }

    @Test
    void a_store_that_is_opened_again_goes_on_where_the_ledger_ends() {
        store.append(entries("proposal/a", 0, 3));
        store.close();

        MongoLedgerStore again = openedStore(Clock.systemUTC());

        assertThat(again.size()).isEqualTo(3);
        assertThat(again.append(oneEntry("proposal/a", 3)).first()).isEqualTo(3);
        assertThatExceptionOfType(LedgerUnavailableException.class)
                .isThrownBy(() -> store.append(oneEntry("proposal/a", 4)))
                .satisfies(closed -> assertThat(closed.outcomeUnknown()).isFalse());
    }
}
