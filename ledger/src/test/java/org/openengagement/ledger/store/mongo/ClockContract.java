package org.openengagement.ledger.store.mongo;

import static java.time.temporal.ChronoUnit.DAYS;
import static java.time.temporal.ChronoUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.openengagement.ledger.store.Units.oneEntry;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.openengagement.ledger.store.ClockOutOfBoundsException;
import org.openengagement.ledger.store.Recorded;
import org.openengagement.ledger.store.appending.AppendLimits;

/** What a clock that is wrong can do to a ledger: nothing. */
abstract class ClockContract extends LedgerStoreContract {

    @Test
    void a_clock_that_goes_backwards_does_not_take_time_back() {
        AtomicReference<Instant> clock = new AtomicReference<>(Instant.now());
        MongoLedgerStore own = openedStore(clock::get);
        Instant before = own.append(oneEntry("proposal/a", 0)).recordedAt();

        clock.set(before.minus(20, SECONDS));
        Recorded after = own.append(oneEntry("proposal/a", 1));

        assertThat(after.recordedAt()).isEqualTo(before);
        assertThat(own.read(1, 1).getFirst().entry().toString()).contains(before.toString());
    }

    @Test
    void a_clock_that_is_a_day_off_records_nothing_and_one_that_is_set_right_goes_on() {
        AtomicReference<Instant> clock = new AtomicReference<>(Instant.now());
        MongoLedgerStore own = openedStore(clock::get);
        own.append(oneEntry("proposal/a", 0));

        for (long days : List.of(1L, -1L)) {
            clock.set(Instant.now().plus(days, DAYS));
            assertThatExceptionOfType(ClockOutOfBoundsException.class)
                    .isThrownBy(() -> own.append(oneEntry("proposal/a", 1)))
                    .withMessageContaining("Nothing was recorded");
        }
        clock.set(Instant.now());

        assertThat(own.append(oneEntry("proposal/a", 1)).first()).isEqualTo(1);
    }

    @Test
    void behind_a_head_from_the_future_nothing_is_recorded() {
        MongoLedgerStore ahead = openedStore(
                InstantSource.offset(InstantSource.system(), Duration.ofHours(1)),
                AppendLimits.STANDARD.withClockTolerance(Duration.ofDays(1)));
        ahead.append(oneEntry("proposal/a", 0));

        assertThatExceptionOfType(ClockOutOfBoundsException.class)
                .isThrownBy(() -> store.append(oneEntry("proposal/a", 1)));
        assertThat(store.size()).isEqualTo(1);
    }
}
