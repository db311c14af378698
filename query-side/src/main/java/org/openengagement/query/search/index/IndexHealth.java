package org.openengagement.query.search.index;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Whether the index can be written and read, and whether it had to be made anew since the start. */
final class IndexHealth implements HealthIndicator {

    private final SearchIndex index;

    IndexHealth(SearchIndex index) {
        this.index = index;
    }

    @Override
    public Health health() {
        Health.Builder health = index.isSound() ? Health.up() : Health.down();
        String why = index.whyMadeAnew();
        if (why != null) {
            health.withDetail("madeAnewBecause", why);
        }
        return health.withDetail("madeAnew", index.timesMadeAnew())
                .withDetail("openedAgain", index.timesOpenedAgain())
                .build();
    }
}
