package org.openengagement.ledger.store.appending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.openengagement.ledger.store.Units.oneEntry;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.openengagement.ledger.store.ClockOutOfBoundsException;
import org.openengagement.ledger.store.LedgerObserver;
import org.openengagement.ledger.store.Unit;
import org.openengagement.ledger.store.lease.AlwaysTheWriter;
import org.openengagement.ledger.store.waiting.MonotonicTime;
import org.slf4j.LoggerFactory;

/** What operators read of a clock that is wrong: once, however many commands are refused. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class WrongClockInTheLogTest {

    private static final Instant NOW = Instant.parse("2026-03-01T09:00:00Z");

    private final Logger logger = (Logger) LoggerFactory.getLogger(Recorder.class);
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private Instant clock = NOW;
    private final Recorder recorder = new Recorder(
            new CommitsInMemory(InstantSource.fixed(NOW)),
            new AlwaysTheWriter("here", NOW),
            () -> clock,
            UUID::randomUUID,
            AppendLimits.STANDARD,
            new OwnTime(0),
            entries -> {},
            LedgerObserver.NOBODY);

    @BeforeEach
    void listen() {
        log.start();
        logger.addAppender(log);
        logger.setLevel(Level.INFO);
    }

    @AfterEach
    void listen_no_more() {
        logger.detachAppender(log);
        logger.setLevel(null);
    }

    @Test
    void a_clock_that_is_a_day_off_is_told_of_once_until_it_can_be_trusted_again() {
        for (Duration off : List.of(Duration.ofDays(1), Duration.ofDays(-1))) {
            clock = NOW.plus(off);
            for (int command = 0; command < 5; command++) {
                WaitingUnit refused = record(oneEntry("a", 0));
                assertThatExceptionOfType(ClockOutOfBoundsException.class).isThrownBy(refused::await);
            }
            clock = NOW;
            for (int command = 0; command < 5; command++) {
                record(oneEntry(off + "/" + command, 0)).await();
            }
        }

        assertThat(log.list)
                .extracting(ILoggingEvent::getLevel)
                .containsExactly(Level.ERROR, Level.INFO, Level.ERROR, Level.INFO);
        assertThat(log.list.getFirst().getFormattedMessage())
                .contains("No commands are recorded")
                .contains("2026-03-02T09:00:00Z")
                .contains("2026-03-01T09:00:00Z");
    }

    private WaitingUnit record(Unit unit) {
        WaitingUnit waiting = new WaitingUnit(unit, NOW, Duration.ofMinutes(1), MonotonicTime.OF_THIS_MACHINE);
        recorder.record(new Batch(List.of(waiting)));
        return waiting;
    }
}
