package org.openengagement.query.figures;

import org.jspecify.annotations.Nullable;
import org.openengagement.query.figures.estimators.WilsonInterval;

/**
 * A share of referrals with its Wilson 95 % interval.
 *
 * @param n how many could have met it
 * @param hits how many did
 * @param value hits / n, from 0 to 1; {@code null} where n is 0
 * @param low the lower end of the interval; {@code null} where n is 0
 * @param high the upper end of the interval; {@code null} where n is 0
 */
public record Rate(
        int n,
        int hits,
        @Nullable Double value,
        @Nullable Double low,
        @Nullable Double high) {

    /**
     * @param hits from 0 to n
     * @param n 0 or more
     */
    public static Rate of(int hits, int n) {
        if (n == 0) {
            return new Rate(0, 0, null, null, null);
        }
        WilsonInterval interval = WilsonInterval.of(hits, n);
        return new Rate(n, hits, (double) hits / n, interval.low(), interval.high());
    }
}
