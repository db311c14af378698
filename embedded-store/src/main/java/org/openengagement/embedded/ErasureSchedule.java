package org.openengagement.embedded;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.openengagement.embedded.storage.StoreFile;
import org.openengagement.embedded.storage.files.DamagedStoreException;
import org.openengagement.embedded.storage.files.NotWrittenException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks every quarter of an hour whether an erasure has waited long enough, and then rewrites the file. */
final class ErasureSchedule implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(ErasureSchedule.class);
    private static final Duration LOOK_EVERY = Duration.ofMinutes(15);

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("embedded-store-erasure").factory());
    private final StoreFile file;
    private final InstantSource clock;
    private final Duration within;
    private final ScheduledFuture<?> looks;

    ErasureSchedule(StoreFile file, InstantSource clock, Duration within) {
        this.file = file;
        this.clock = clock;
        this.within = within;
        long every = Math.min(LOOK_EVERY.toMillis(), Math.max(within.toMillis() / 2, 10));
        this.looks = timer.scheduleWithFixedDelay(this::look, every, every, TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        looks.cancel(false);
        timer.close();
    }

    private void look() {
        try {
            Optional<Instant> since = file.erasedSince();
            if (since.isPresent() && !clock.instant().isBefore(since.get().plus(within))) {
                file.rewrite();
                log.info("The erasable file was rewritten: what was erased since {} is gone.", since.get());
            }
        } catch (DamagedStoreException | NotWrittenException broken) {
            log.error("The erasable file could not be rewritten; it is tried again.", broken);
        }
    }
}
