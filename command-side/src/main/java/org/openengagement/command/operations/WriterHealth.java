package org.openengagement.command.operations;

import org.openengagement.ledger.store.LedgerStore;
import org.openengagement.ledger.store.Writership;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Whether this node writes or stands by. Either is healthy. */
final class WriterHealth implements HealthIndicator {

    private final LedgerStore store;

    WriterHealth(LedgerStore store) {
        this.store = store;
    }

    @Override
    public Health health() {
        Writership writership = store.writership();
        Health.Builder health = Health.up()
                .withDetail("role", writership.writer() ? "WRITER" : "STANDBY")
                .withDetail("since", writership.since().toString());
        if (writership.holder() != null) {
            health.withDetail("holder", writership.holder());
        }
        return health.build();
    }
}
