package org.openengagement.deployment.topology;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits until something holds. */
public final class Await {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final long LOOK_EVERY = TimeUnit.MILLISECONDS.toNanos(100);

    private Await() {}

    /** @throws AssertionError if it does not come to hold within minutes */
    public static void until(String what, BooleanSupplier holds) {
        until(() -> what, holds);
    }

    /** @param what told where it does not come to hold, with what is known then */
    public static void until(Supplier<String> what, BooleanSupplier holds) {
        long started = System.nanoTime();
        while (!holds.getAsBoolean()) {
            if (System.nanoTime() - started > PATIENCE.toNanos()) {
                throw new AssertionError("In %s it did not come true that %s.".formatted(PATIENCE, what.get()));
            }
            LockSupport.parkNanos(LOOK_EVERY);
        }
    }
}
