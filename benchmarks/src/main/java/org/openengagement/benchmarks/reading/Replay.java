package org.openengagement.benchmarks.reading;

import org.axonframework.eventhandling.TrackingEventStream;
import org.openengagement.ledger.axon.LedgerEventSource;

/** Follows the ledger from its first event to its last, as a streaming processor does. */
final class Replay {

    private Replay() {}

    static double eventsASecond(LedgerEventSource source, long events) {
        long started = System.nanoTime();
        try (TrackingEventStream stream = source.openStream(null)) {
            for (long seen = 0; seen < events; seen++) {
                var unused = stream.nextAvailable();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
        return events / ((System.nanoTime() - started) / 1e9);
    }
}
