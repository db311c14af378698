package org.openengagement.deployment.faults;

import java.time.Duration;

/** Between two acknowledgements, over all clients. In nanoseconds of this process's clock. */
record Silence(long from, long to) {

    Duration length() {
        return Duration.ofNanos(to - from);
    }
}
