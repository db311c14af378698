package org.openengagement.command.operations;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openengagement.ledger.store.LedgerReader;
import org.openengagement.ledger.store.LedgerUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Looks now and then whether the ledger can be reached, so that neither a probe nor a scrape waits for a database that does
 * not answer, just when they matter most.
 */
final class LedgerWatch implements HealthIndicator, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LedgerWatch.class);

    private static final Duration LOOK_EVERY = Duration.ofSeconds(2);

    /** A look that takes longer than this is as good as no answer. */
    private static final Duration OLDEST_NEWS = Duration.ofSeconds(8);

    private final LedgerReader ledger;
    private final LedgerMeters meters;
    private final ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("ledger-watch").daemon().factory());
    private volatile News news = new News(System.nanoTime(), 0, "not looked yet");

    LedgerWatch(LedgerReader ledger, LedgerMeters meters) {
        this.ledger = ledger;
        this.meters = meters;
    }

    void start() {
        look();
        var unused = looks.scheduleWithFixedDelay(
                this::look, LOOK_EVERY.toMillis(), LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Whether the ledger answers, and how many entries it held at the last look. */
    @Override
    public Health health() {
        News last = news;
        Duration age = Duration.ofNanos(System.nanoTime() - last.at());
        boolean answers = last.complaint() == null && age.compareTo(OLDEST_NEWS) < 0;
        Health.Builder health = answers ? Health.up() : Health.down();
        if (!answers) {
            health.withDetail("reason", "The database does not answer; the log may say why.");
        }
        return health.withDetail("entries", last.entries())
                .withDetail("lookedSecondsAgo", age.toSeconds())
                .build();
    }

    @Override
    public void close() {
        looks.shutdownNow();
    }

    private void look() {
        try {
            long entries = ledger.size();
            meters.reached(entries);
            news = new News(System.nanoTime(), entries, null);
        } catch (LedgerUnavailableException unanswered) {
            news = new News(System.nanoTime(), news.entries(), unanswered.getMessage());
        } catch (RuntimeException unexpected) {
            // There is another look: else the health would be what it was last for ever.
            LOG.error("The ledger could not be looked at; it is tried again.", unexpected);
            news = new News(System.nanoTime(), news.entries(), unexpected.toString());
        }
    }

    /** @param complaint {@code null}: it answered */
    private record News(long at, long entries, @Nullable String complaint) {}
}
