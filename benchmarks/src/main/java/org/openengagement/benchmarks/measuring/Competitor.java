package org.openengagement.benchmarks.measuring;

import java.util.function.DoubleSupplier;

/**
 * One of those who are measured in turn.
 *
 * @param name what the tables call it
 * @param round does a round of its work, and says how much it did a second, or how long it took
 */
public record Competitor(String name, DoubleSupplier round) {}
