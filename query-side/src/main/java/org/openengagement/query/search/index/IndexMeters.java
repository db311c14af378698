package org.openengagement.query.search.index;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.openengagement.query.readmodels.PersistentReadModel;

/** What an operator sees of the index. What each meter means stands in {@code docs/runbooks/metrics.md}. */
final class IndexMeters implements MeterBinder {

    private final SearchIndex index;

    IndexMeters(SearchIndex index) {
        this.index = index;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        FunctionCounter.builder("oel.query.index.made.anew", index, SearchIndex::timesMadeAnew)
                .description("How often the index was made anew from the ledger since the start")
                .register(registry);
        FunctionCounter.builder("oel.query.index.opened.again", index, SearchIndex::timesOpenedAgain)
                .description("How often the index was opened again, since it could not be written or read")
                .register(registry);
        Gauge.builder("oel.query.index.sound", index, sound -> sound.isSound() ? 1 : 0)
                .description("Whether the index can be written and read: 1, or 0")
                .register(registry);
        for (PersistentReadModel<?> each : index.models()) {
            Gauge.builder(
                            "oel.query.read.model.lacking",
                            each,
                            model -> model.progress().lacking())
                    .tag("model", each.name())
                    .description("How many cases a read model lacks, and is being made for; 0 once it answers")
                    .baseUnit("cases")
                    .register(registry);
        }
    }
}
