package org.openengagement.standalone;

import java.io.File;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Whether the embedded store takes what is to be recorded, and how much room its disk has left. */
final class StoreHealth implements HealthIndicator {

    private final LedgerDatabase store;
    private final File directory;

    StoreHealth(LedgerDatabase store, LedgerSettings settings) {
        this.store = store;
        this.directory = settings.dataDirectory().toFile();
    }

    @Override
    public Health health() {
        Health.Builder health = store.trouble()
                .map(reason -> Health.down().withDetail("reason", reason))
                .orElseGet(Health::up);
        return health.withDetail("freeBytes", directory.getUsableSpace()).build();
    }
}
