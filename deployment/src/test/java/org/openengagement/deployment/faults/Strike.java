package org.openengagement.deployment.faults;

import java.time.Duration;

/**
 * A fault that was.
 *
 * @param kind what was done
 * @param detail to whom, and how
 * @param from when it struck, in nanoseconds of this process's clock
 * @param to when it was over
 */
record Strike(FaultKind kind, String detail, long from, long to) {

    /** A deployment needs a while to find its feet again; a silence that begins then is still of this fault. */
    private static final long AFTERMATH = Duration.ofSeconds(5).toNanos();

    boolean mayHaveCaused(Silence silence) {
        return from <= silence.to() && silence.from() <= to + AFTERMATH;
    }
}
