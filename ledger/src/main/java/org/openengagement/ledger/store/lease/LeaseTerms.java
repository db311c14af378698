package org.openengagement.ledger.store.lease;

import java.time.Duration;

/**
 * How one of several processes comes to be the one that writes to a ledger.
 *
 * @param name this process, for people: where it is reached, or what it is
 * @param patience how long a standby sees the same beat before it takes the lease; every process of a ledger has the same
 * @param steppingDown how long after the last beat that was confirmed the holder stops writing; less than the patience, by
 *     what clocks may drift and a write may take
 * @param beatEvery how often the holder beats, and a standby looks
 */
public record LeaseTerms(String name, Duration patience, Duration steppingDown, Duration beatEvery) {

    public LeaseTerms {
        if (beatEvery.isNegative() || beatEvery.isZero() || beatEvery.compareTo(steppingDown) >= 0) {
            throw new IllegalArgumentException(
                    "A holder beats more than once in the %s after which it steps down, not every %s."
                            .formatted(steppingDown, beatEvery));
        }
        if (steppingDown.compareTo(patience) >= 0) {
            throw new IllegalArgumentException(
                    "A holder steps down sooner than a standby takes over: after less than %s, not %s."
                            .formatted(patience, steppingDown));
        }
    }

    /** The terms that the ledger runs by. */
    public static LeaseTerms amongOthers(String name) {
        return new LeaseTerms(name, Duration.ofSeconds(8), Duration.ofSeconds(6), Duration.ofSeconds(1));
    }
}
