package org.openengagement.benchmarks.measuring;

import java.util.Locale;

/**
 * Something that the ledger is to reach, and what it reached.
 *
 * @param what what was measured
 * @param wanted the bound
 * @param atMost whether the bound is from above
 * @param unit of both figures
 * @param measured the figure of this run
 */
public record Goal(String what, double wanted, boolean atMost, String unit, double measured) {

    public static Goal atLeast(String what, double wanted, String unit, double measured) {
        return new Goal(what, wanted, false, unit, measured);
    }

    public static Goal atMost(String what, double wanted, String unit, double measured) {
        return new Goal(what, wanted, true, unit, measured);
    }

    public boolean isMet() {
        return atMost ? measured <= wanted : measured >= wanted;
    }

    /** A line of a table. */
    String row() {
        return "| %s | %s %s | %s | %s |"
                .formatted(
                        what,
                        atMost ? "at most" : "at least",
                        figure(wanted) + unit,
                        figure(measured) + unit,
                        isMet() ? "yes" : "**no**");
    }

    private static String figure(double figure) {
        return String.format(Locale.ROOT, figure >= 100 ? "%,.0f" : figure >= 10 ? "%.1f" : "%.2f", figure);
    }
}
