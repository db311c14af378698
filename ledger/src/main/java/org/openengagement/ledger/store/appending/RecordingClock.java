package org.openengagement.ledger.store.appending;

import static java.time.temporal.ChronoUnit.MILLIS;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.openengagement.ledger.store.ClockOutOfBoundsException;
import org.openengagement.ledger.store.waiting.MonotonicTime;

/**
 * Gives commits their instant: now, or the head's where that is later. A clock that cannot be trusted records nothing, since
 * one entry from the future would hold up every one after it.
 */
final class RecordingClock {

    private static final long CHECK_EVERY = Duration.ofSeconds(10).toNanos();
    private static final long A_JUMP = Duration.ofSeconds(1).toNanos();

    private final InstantSource clock;
    private final MonotonicTime time;
    private final Commits commits;
    private final Duration tolerance;
    private boolean checked;
    private long checkedAt;
    private Instant shown = Instant.EPOCH;

    RecordingClock(InstantSource clock, MonotonicTime time, Commits commits, Duration tolerance) {
        this.clock = clock;
        this.time = time;
        this.commits = commits;
        this.tolerance = tolerance;
    }

    /**
     * The instant of a commit behind this head, to the millisecond.
     *
     * @throws ClockOutOfBoundsException if the clock is too far off the database's or behind the head
     */
    Instant instantAfter(Head head) {
        Instant now = clock.instant();
        if (!checked || moved(now)) {
            now = compared();
        }
        if (Duration.between(now, head.recordedAt()).compareTo(tolerance) > 0) {
            throw new ClockOutOfBoundsException(
                    "The ledger's last entry was recorded at %s, but this machine's clock shows %s. Nothing was recorded."
                            .formatted(head.recordedAt(), now));
        }
        Instant toTheMillisecond = now.truncatedTo(MILLIS);
        return toTheMillisecond.isBefore(head.recordedAt()) ? head.recordedAt() : toTheMillisecond;
    }

    /** Whether it was compared too long ago, or has been set since. */
    private boolean moved(Instant now) {
        long passed = time.nanos() - checkedAt;
        return passed > CHECK_EVERY || Math.abs(Duration.between(shown, now).toNanos() - passed) > A_JUMP;
    }

    /** What it shows, compared: read again, it could show anything. */
    private Instant compared() {
        checked = false;
        Instant there = commits.databaseTime();
        Instant here = clock.instant();
        if (Duration.between(there, here).abs().compareTo(tolerance) > 0) {
            throw new ClockOutOfBoundsException(
                    "This machine's clock shows %s, but the database's shows %s. Nothing was recorded."
                            .formatted(here, there));
        }
        checked = true;
        checkedAt = time.nanos();
        shown = here;
        return here;
    }
}
