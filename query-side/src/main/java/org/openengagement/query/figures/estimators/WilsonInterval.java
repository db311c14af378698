package org.openengagement.query.figures.estimators;

/**
 * The score interval of a share, 95 %, two-sided, without continuity correction.
 *
 * <p>Source: E. B. Wilson, Probable inference, the law of succession, and statistical inference, Journal of the American
 * Statistical Association 22 (1927), 209-212; method 3 of R. G. Newcombe, Two-sided confidence intervals for the single
 * proportion, Statistics in Medicine 17 (1998), 857-872.
 *
 * @param low from 0 to 1
 * @param high from 0 to 1
 */
public record WilsonInterval(double low, double high) {
    /** The 0.975 quantile of the standard normal distribution. */
    static final double Z = 1.959963984540054;

    /**
     * @param hits from 0 to n
     * @param n 1 or more
     * @throws IllegalArgumentException if there cannot be so many hits
     */
    public static WilsonInterval of(int hits, int n) {
        if (n < 1 || hits < 0 || hits > n) {
            throw new IllegalArgumentException("%d of %d is not a share".formatted(hits, n));
        }
        double share = (double) hits / n;
        double square = Z * Z;
        double middle = (share + square / (2 * n)) / (1 + square / n);
        double half = Z * Math.sqrt(share * (1 - share) / n + square / (4.0 * n * n)) / (1 + square / n);
        // At the ends the interval touches 0 or 1 exactly; rounding must not push it a hair beyond.
        return new WilsonInterval(hits == 0 ? 0 : middle - half, hits == n ? 1 : middle + half);
    }
}
