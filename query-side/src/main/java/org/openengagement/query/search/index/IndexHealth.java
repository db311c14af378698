package org.openengagement.query.search.index;

import java.util.Map;
import java.util.TreeMap;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Whether the index can be written and read, whether it had to be made anew since the start, and how far the read models are. One
 * that is being made takes nothing from the health: whatever else is asked is answered.
 */
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
        Map<String, String> models = new TreeMap<>();
        index.models()
                .forEach(model -> models.put(model.name(), model.progress().toString()));
        return health.withDetail("readModels", models)
                .withDetail("madeAnew", index.timesMadeAnew())
                .withDetail("openedAgain", index.timesOpenedAgain())
                .build();
    }
}
