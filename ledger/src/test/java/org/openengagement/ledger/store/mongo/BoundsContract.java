package org.openengagement.ledger.store.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.openengagement.ledger.store.Units.entries;
import static org.openengagement.ledger.store.Units.unit;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.openengagement.ledger.store.Recorded;
import org.openengagement.ledger.store.StoredEntry;
import org.openengagement.ledger.store.UnitTooLargeException;
import org.openengagement.ledger.store.Units;
import org.openengagement.ledger.store.appending.AppendLimits;

/** How large a unit may be, and what is told of one that is larger. */
abstract class BoundsContract extends LedgerStoreContract {

    @Test
    void a_huge_unit_is_recorded_whole_and_read_in_bounded_pieces() {
        int huge = 125;
        Units unit = unit();
        LongStream.range(0, huge).forEach(sequence -> unit.entry("proposal/huge", sequence, 65_000));

        Recorded recorded = store.append(unit.get());

        assertThat(recorded.count()).isEqualTo(huge);
        assertThat(commitCounts()).containsExactly(huge);
        assertThat(store.readStream("proposal/huge", 0)).hasSize(huge);
        assertThat(store.read(0, 10_000)).hasSize(huge);
        assertThat(store.read(100, 3)).extracting(StoredEntry::position).containsExactly(100L, 101L, 102L);
        store.append(unit().entry("proposal/more", 0, 65_000).get());
        store.append(unit().entry("proposal/more", 1, 65_000).get());
        store.append(unit().entry("proposal/more", 2, 65_000).get());
        store.append(unit().entry("proposal/more", 3, 65_000).get());
        store.append(unit().entry("proposal/more", 4, 65_000).get());
        List<StoredEntry> bounded = store.read(0, 10_000);
        assertThat(bounded.stream().mapToLong(entry -> entry.entry().length()).sum())
                .isLessThanOrEqualTo(8L << 20);
        assertThat(store.read(bounded.size(), 10_000)).hasSize((int) store.size() - bounded.size());
    }

    @Test
    void a_unit_of_very_many_entries_is_recorded_whole() {
        store.append(entries("proposal/many", 0, AppendLimits.UNIT_ENTRIES));

        assertThat(store.size()).isEqualTo(AppendLimits.UNIT_ENTRIES);
        assertThat(store.lastSequence("proposal/many")).contains(AppendLimits.UNIT_ENTRIES - 1L);
        assertThat(store.readStream("proposal/many", 9_990)).hasSize(10);
    }

    @Test
    void a_unit_that_is_too_large_is_refused_and_says_how_large_it_may_be() {
        Units tooManyBytes = unit();
        LongStream.range(0, 130).forEach(sequence -> tooManyBytes.entry("proposal/huge", sequence, 65_000));

        assertThatExceptionOfType(UnitTooLargeException.class)
                .isThrownBy(() -> store.append(tooManyBytes.get()))
                .withMessageContaining("8,388,608");
        assertThatExceptionOfType(UnitTooLargeException.class)
                .isThrownBy(() -> store.append(entries("proposal/many", 0, AppendLimits.UNIT_ENTRIES + 1)))
                .withMessageContaining("10,000");
        assertThatExceptionOfType(UnitTooLargeException.class)
                .isThrownBy(() ->
                        store.append(unit().entry("proposal/long", 0, 65_536).get()))
                .withMessageContaining("65,535");
        assertThat(store.size()).isZero();
    }
}
