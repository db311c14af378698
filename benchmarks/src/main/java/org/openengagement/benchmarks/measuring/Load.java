package org.openengagement.benchmarks.measuring;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/**
 * Some who do the same thing again and again for a while.
 *
 * @param workers how many at once
 * @param length for how long
 */
public record Load(int workers, Duration length) {

    /**
     * How often a second the deed was done, by all together.
     *
     * @param deeds gives each of them a deed of their own, to be done again and again
     */
    public double timesASecond(Supplier<Runnable> deeds) {
        long started = System.nanoTime();
        long end = started + length.toNanos();
        List<Future<Long>> counts = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int worker = 0; worker < workers; worker++) {
                Runnable deed = deeds.get();
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
            throw new IllegalStateException("One of the workers failed.", failed);
        }
    }
}
