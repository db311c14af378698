package org.openengagement.command.operations;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.openengagement.ledger.store.LedgerStore;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Health and meters as beans. The names of the health components come from those of the beans. */
@Configuration(proxyBeanMethods = false)
class OperationsConfiguration {

    @Bean
    LedgerMeters ledgerMeters(MeterRegistry registry) {
        return new LedgerMeters(registry);
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    LedgerWatch ledgerHealthIndicator(LedgerStore store, LedgerMeters meters) {
        return new LedgerWatch(store, meters);
    }

    @Bean
    HealthIndicator writerHealthIndicator(LedgerStore store) {
        return new WriterHealth(store);
    }

    @Bean
    MeterBinder leaseHeld(LedgerStore store) {
        return registry -> Gauge.builder(
                        "oel.lease.held", store, held -> held.writership().writer() ? 1 : 0)
                .description("Whether this node is the one that writes: 1, or 0 for a standby")
                .register(registry);
    }
}
