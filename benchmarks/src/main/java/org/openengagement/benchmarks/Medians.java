package org.openengagement.benchmarks;

import java.util.stream.DoubleStream;

/** The middle of some measurements: one slow round does not move it. */
final class Medians {

    private Medians() {}

    /** The median; the lower of the two middle ones where their number is even. */
    static double of(DoubleStream measurements) {
        double[] sorted = measurements.sorted().toArray();
        return sorted[(sorted.length - 1) / 2];
    }
}
