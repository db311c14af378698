package org.openengagement.query.following;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Whether this node should be asked. It is out of service until it has caught up with the ledger once, so that nobody is sent to
 * it while its read models are made anew. Later it stays in service, also while the ledger is away: every node would be out of
 * service then, and an answer that says how old it is serves better than none.
 */
final class FollowingHealth implements HealthIndicator {

    private final LedgerFollowing following;
    private final LedgerMonitor monitor;

    FollowingHealth(LedgerFollowing following, LedgerMonitor monitor) {
        this.following = following;
        this.monitor = monitor;
    }

    @Override
    public Health health() {
        Health.Builder health = following.hasCaughtUp() ? Health.up() : Health.outOfService();
        return health.withDetails(monitor.freshness().asMap())
                .withDetail("stumbling", following.isStumbling())
                .build();
    }
}
