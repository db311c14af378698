package org.openengagement.benchmarks.measuring;

import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** What a run ran on. */
public final class Machine {

    private Machine() {}

    /** The machine and how busy it is, in one line. */
    public static String now() {
        OperatingSystemMXBean system = ManagementFactory.getOperatingSystemMXBean();
        return "%s: %s %s, %d processors, load %.1f, Java %s"
                .formatted(
                        Instant.now().truncatedTo(ChronoUnit.MINUTES),
                        system.getName(),
                        system.getVersion(),
                        system.getAvailableProcessors(),
                        system.getSystemLoadAverage(),
                        Runtime.version());
    }
}
