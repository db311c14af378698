package org.openengagement.standalone;

import org.openengagement.command.importing.running.DemoImport;
import org.openengagement.ledger.events.recordkeeping.LedgerOpened;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The demonstration, where it was asked for. */
@Configuration(proxyBeanMethods = false)
class DemonstrationConfiguration {

    @Bean
    @ConditionalOnBooleanProperty("oel.demo")
    Demonstration demonstration(LedgerOpened ledger, @Value("${oel.origin}") String origin, DemoImport data) {
        return new Demonstration(ledger, origin, data);
    }
}
