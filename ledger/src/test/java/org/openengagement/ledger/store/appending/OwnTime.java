package org.openengagement.ledger.store.appending;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.openengagement.ledger.store.waiting.MonotonicTime;

/** The time of one process, which a test lets pass. Each begins somewhere else, as those of real machines do. */
public final class OwnTime implements MonotonicTime {

    private final AtomicLong now;

    public OwnTime(long start) {
        now = new AtomicLong(start);
    }

    public void pass(Duration some) {
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
