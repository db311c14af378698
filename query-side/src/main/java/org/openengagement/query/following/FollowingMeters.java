package org.openengagement.query.following;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.InstantSource;

/** What an operator sees of the following. What each meter means stands in {@code docs/runbooks/metrics.md}. */
final class FollowingMeters implements MeterBinder {

    private final Reached reached;
    private final LedgerContact contact;
    private final InstantSource clock;

    FollowingMeters(Reached reached, LedgerContact contact, InstantSource clock) {
        this.reached = reached;
        this.contact = contact;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("oel.query.position", reached, Reached::position)
                .description("The last position that this node's answers reflect")
                .register(registry);
        Gauge.builder("oel.query.lag", contact, ledger -> ledger.freshness().behind())
                .description("How many entries this node's answers lack")
                .baseUnit("entries")
                .register(registry);
        Gauge.builder("oel.query.age", contact, this::age)
                .description("How long ago this node's answers were the newest")
                .baseUnit("seconds")
                .register(registry);
        Gauge.builder("oel.query.ledger.reachable", contact, ledger -> ledger.isAway() ? 0 : 1)
                .description("Whether the ledger answers this node: 1, or 0")
                .register(registry);
        FunctionCounter.builder("oel.query.waits", reached, Reached::waits)
                .description("Questions that waited for a position")
                .register(registry);
        FunctionCounter.builder("oel.query.waits.in.vain", reached, Reached::waitsInVain)
                .description("Questions that were told BEHIND")
                .register(registry);
    }

    private double age(LedgerContact ledger) {
        return ledger.freshness().age(clock.instant()).toMillis() / 1_000.0;
    }
}
