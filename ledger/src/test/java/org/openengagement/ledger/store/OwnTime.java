package org.openengagement.ledger.store;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** The time of one process, which a test lets pass. Each begins somewhere else, as those of real machines do. */
final class OwnTime implements PassingTime {

    private final AtomicLong now;

    OwnTime(long start) {
        now = new AtomicLong(start);
    }

    void pass(Duration some) {
        now.addAndGet(some.toNanos());
    }

    @Override
    public long nanos() {
        return now.get();
    }

    @Override
    public void waitBetween(long shortest, long longest) {
        now.addAndGet(longest);
    }
}
