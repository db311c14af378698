package org.openengagement.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Writers that do the same thing again and again for a while.
 *
 * @param writers how many at once
 * @param length for how long
 */
record Load(int writers, Duration length) {

    static Load of(int writers, Duration length) {
        return new Load(writers, length);
    }

    /** How often a second the deed was done, by all writers together. */
    double eventsASecond(Runnable deed) {
        long started = System.nanoTime();
        long end = started + length.toNanos();
        List<Future<Long>> counts = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int writer = 0; writer < writers; writer++) {
                counts.add(threads.submit(() -> {
                    long done = 0;
                    while (System.nanoTime() < end) {
                        deed.run();
                        done++;
                    }
                    return done;
                }));
            }
        }
        double seconds = (System.nanoTime() - started) / 1e9;
        return counts.stream().mapToLong(Load::result).sum() / seconds;
    }

    private static long result(Future<Long> count) {
        try {
            return count.get();
        } catch (InterruptedException | ExecutionException failed) {
            throw new IllegalStateException("A writer failed.", failed);
        }
    }
}
