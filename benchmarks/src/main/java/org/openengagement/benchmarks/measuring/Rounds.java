package org.openengagement.benchmarks.measuring;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * What some competitors did in rounds. In each round all of them take their turn, each time in the other direction, so that
 * whatever else the machine does weighs on all alike. A first round only warms up, and does not count.
 */
public final class Rounds {

    private final List<String> names;
    private final double[][] measured;

    private Rounds(List<String> names, double[][] measured) {
        this.names = names;
        this.measured = measured;
    }

    /** Has the competitors take turns. */
    public static Rounds of(int rounds, List<Competitor> competitors) {
        double[][] measured = new double[rounds][competitors.size()];
        for (int round = -1; round < rounds; round++) {
            double[] results = new double[competitors.size()];
            for (int turn = 0; turn < results.length; turn++) {
                int whose = round % 2 == 0 ? turn : results.length - 1 - turn;
                results[whose] = competitors.get(whose).round().getAsDouble();
            }
            if (round >= 0) {
                measured[round] = results;
            }
        }
        return new Rounds(competitors.stream().map(Competitor::name).toList(), measured);
    }

    /** The median of what one of them did. */
    public double median(String name) {
        int who = who(name);
        return median(Arrays.stream(measured).mapToDouble(round -> round[who]));
    }

    /** The least that one of them did. */
    public double least(String name) {
        int who = who(name);
        return Arrays.stream(measured).mapToDouble(round -> round[who]).min().orElseThrow();
    }

    /** How often one of them did what the other did: the median of the rounds' ratios. */
    public double ratio(String name, String baseline) {
        int one = who(name);
        int other = who(baseline);
        return median(Arrays.stream(measured).mapToDouble(round -> round[one] / round[other]));
    }

    private int who(String name) {
        return IntStream.range(0, names.size())
                .filter(index -> names.get(index).equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Nobody here is called " + name));
    }

    /** The middle one; the mean of the two middle ones where their number is even. */
    static double median(DoubleStream measurements) {
        double[] sorted = measurements.sorted().toArray();
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }
}
