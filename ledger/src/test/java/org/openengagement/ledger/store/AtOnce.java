package org.openengagement.ledger.store;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Actors who all begin at the same moment. */
public final class AtOnce {

    private AtOnce() {}

    /** Lets so many act at once, and returns what each came to. */
    public static <T> Stream<T> atOnce(int actors, IntFunction<T> act) {
        CountDownLatch ready = new CountDownLatch(actors);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> acting = IntStream.range(0, actors)
                    .mapToObj(actor -> threads.submit(() -> {
                        ready.countDown();
                        ready.await();
                        return act.apply(actor);
                    }))
                    .toList();
            return acting.stream().map(AtOnce::outcome);
        }
    }

    private static <T> T outcome(Future<T> acting) {
        try {
            return acting.get();
        } catch (InterruptedException | ExecutionException failed) {
            throw new AssertionError(failed);
        }
    }
}
