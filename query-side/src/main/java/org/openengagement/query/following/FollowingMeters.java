package org.openengagement.query.following;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.InstantSource;

/** What an operator sees of the following. What each meter means stands in {@code docs/runbooks/metrics.md}. */
final class FollowingMeters implements MeterBinder {

    private final ReachedPosition reached;
    private final LedgerMonitor monitor;
    private final InstantSource clock;

    FollowingMeters(ReachedPosition reached, LedgerMonitor monitor, InstantSource clock) {
        this.reached = reached;
        this.monitor = monitor;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("oel.query.position", reached, ReachedPosition::position)
                .description("The last position that this node's answers reflect")
                .register(registry);
        Gauge.builder("oel.query.lag", monitor, ledger -> ledger.freshness().behind())
                .description("How many entries this node's answers lack")
                .baseUnit("entries")
                .register(registry);
        Gauge.builder("oel.query.age", monitor, this::age)
                .description("How long ago this node's answers were the newest")
                .baseUnit("seconds")
                .register(registry);
        Gauge.builder("oel.query.ledger.reachable", monitor, ledger -> ledger.isAway() ? 0 : 1)
                .description("Whether the ledger answers this node: 1, or 0")
                .register(registry);
        FunctionCounter.builder("oel.query.waits", reached, ReachedPosition::waits)
                .description("Requests that waited for a position")
                .register(registry);
        FunctionCounter.builder("oel.query.waits.in.vain", reached, ReachedPosition::waitsInVain)
                .description("Requests that were told BEHIND")
                .register(registry);
    }

    private double age(LedgerMonitor ledger) {
        return ledger.freshness().age(clock.instant()).toMillis() / 1_000.0;
    }
}
