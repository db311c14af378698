package org.openengagement.query.api;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.http.HttpStatus;

/**
 * Memory for the bodies of the requests under way, so that many long ones that come at once wait for each other, and do not take
 * all there is. A thread of its own for each request bounds nothing.
 */
final class RoomForBodies {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Semaphore kibibytes;
    private final Duration patience;

    /**
     * @param kibibytes what all bodies may have together; no single one may need more
     * @param patience how long one waits for the others
     */
    RoomForBodies(int kibibytes, Duration patience) {
        this.kibibytes = new Semaphore(kibibytes, true);
        this.patience = patience;
    }

    /** An eighth of what this process may have; four of the longest bodies at least. */
    static RoomForBodies anEighthOfTheHeap() {
        long eighth = Runtime.getRuntime().maxMemory() / 8 / 1_024;
        return new RoomForBodies(Math.clamp(eighth, 4 * needed(-1), Integer.MAX_VALUE), PATIENCE);
    }

    /**
     * Takes room for a body.
     *
     * @param length in bytes, as the request says it; negative: it does not say
     * @return gives the room back
     * @throws RefusedRequestException if there is none in time
     */
    Place enter(long length) throws RefusedRequestException {
        int needed = needed(length);
        if (!tryToTake(needed)) {
            throw new RefusedRequestException(
                    HttpStatus.SERVICE_UNAVAILABLE, "Too many long requests are under way. Try again shortly.");
        }
        return () -> kibibytes.release(needed);
    }

    /** One at least. Of a body that does not say how long it is, and of one that is too long, no more is read. */
    private static int needed(long length) {
        long read = length < 0 ? WellFormedQuestions.LONGEST : Math.min(length, WellFormedQuestions.LONGEST);
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

    /** Room that was taken. */
    @FunctionalInterface
    interface Place {

        /** Gives it back; once. */
        void leave();
    }
}
