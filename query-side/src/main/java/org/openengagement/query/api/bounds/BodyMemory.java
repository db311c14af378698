package org.openengagement.query.api.bounds;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Memory for the bodies of the requests under way. Many long ones that come at once wait for each other, and do not take all
 * there is: that each request has a thread of its own bounds nothing.
 */
public final class BodyMemory {

    /**
     * The longest body that is read, in bytes: a proposal's longest text is well below it, even with each of its characters
     * escaped.
     */
    public static final int LONGEST = 2 * 1024 * 1024;

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Semaphore kibibytes;
    private final Duration patience;

    /**
     * @param kibibytes what all bodies may have together; no single one may need more
     * @param patience how long one waits for the others
     */
    public BodyMemory(int kibibytes, Duration patience) {
        this.kibibytes = new Semaphore(kibibytes, true);
        this.patience = patience;
    }

    /** An eighth of what this process may have; four of the longest bodies at least. */
    public static BodyMemory anEighthOfTheHeap() {
        long eighth = Runtime.getRuntime().maxMemory() / 8 / 1_024;
        return new BodyMemory(Math.clamp(eighth, 4 * needed(-1), Integer.MAX_VALUE), PATIENCE);
    }

    /**
     * Takes memory for a body.
     *
     * @param length in bytes, as the request says it; negative: it does not say
     * @return gives the memory back; empty: there was none in time
     */
    public Optional<Share> take(long length) {
        int needed = needed(length);
        return tryToTake(needed) ? Optional.of(() -> kibibytes.release(needed)) : Optional.empty();
    }

    /** One at least. Of a body that does not say how long it is, and of one that is too long, no more is read. */
    private static int needed(long length) {
        long read = length < 0 ? LONGEST : Math.min(length, LONGEST);
        return Math.toIntExact(read / 1_024 + 1);
    }

    private boolean tryToTake(int needed) {
        try {
            return kibibytes.tryAcquire(needed, patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Memory that was taken. */
    @FunctionalInterface
    public interface Share {

        /** Gives it back; once. */
        void giveBack();
    }
}
