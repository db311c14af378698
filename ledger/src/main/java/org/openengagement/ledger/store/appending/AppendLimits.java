package org.openengagement.ledger.store.appending;

import java.time.Duration;

/**
 * The bounds within which units are gathered and recorded.
 *
 * @param batchEntries how many entries one write takes at most, unless a single unit has more; larger writes make loading
 *     a stream slow
 * @param batchBytes how many bytes of entries and claims one write takes at most, unless a single unit has more
 * @param waitingBytes how many bytes may wait to be recorded before callers are held back
 * @param patience how long a unit waits for its turn, and then how long it is tried
 * @param clockTolerance how far this machine's clock may be off the database's, and behind the head
 */
public record AppendLimits(
        int batchEntries, long batchBytes, long waitingBytes, Duration patience, Duration clockTolerance) {

    /** The most entries that one unit may have. */
    public static final int UNIT_ENTRIES = 10_000;

    /** The most bytes of entries and claims that one unit may have: 8 MB. */
    public static final long UNIT_BYTES = 8L << 20;

    /** The bounds that the ledger runs with. */
    public static final AppendLimits STANDARD =
            new AppendLimits(64, 256L << 10, 64L << 20, Duration.ofSeconds(60), Duration.ofSeconds(30));

    /** These bounds, with another patience. */
    public AppendLimits withPatience(Duration other) {
        return new AppendLimits(batchEntries, batchBytes, waitingBytes, other, clockTolerance);
    }

    /** These bounds, with another tolerance of clocks: for a test that lets the ledger live in another year. */
    public AppendLimits withClockTolerance(Duration other) {
        return new AppendLimits(batchEntries, batchBytes, waitingBytes, patience, other);
    }
}
