package org.openengagement.benchmarks.measuring;

import org.openengagement.benchmarks.places.Places;

/** Something that is measured. */
public interface Scenario {

    /** The name by which it is asked for on the command line. */
    String name();

    /** Measures, and tells what it found. */
    void run(Sizes sizes, Places places, Report report);
}
