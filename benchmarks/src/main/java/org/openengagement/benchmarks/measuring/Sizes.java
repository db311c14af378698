package org.openengagement.benchmarks.measuring;

import java.time.Duration;

/**
 * How much is done.
 *
 * @param length how long one measurement of a load lasts
 * @param rounds how many rounds count
 * @param replayed how many events the ledger has that is read
 * @param started how many events the ledger has that is started with
 */
public record Sizes(Duration length, int rounds, int replayed, int started) {

    /** For the results page. */
    public static final Sizes FULL = new Sizes(Duration.ofSeconds(2), 3, 50_000, 1_000_000);

    /** For a look. */
    public static final Sizes QUICK = new Sizes(Duration.ofMillis(500), 1, 10_000, 10_000);

    /** For a test of the scenarios themselves. */
    public static final Sizes TINY = new Sizes(Duration.ofMillis(20), 1, 500, 500);
}
