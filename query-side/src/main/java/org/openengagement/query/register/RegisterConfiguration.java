package org.openengagement.query.register;

import java.time.Clock;
import org.openengagement.ledger.disclosure.OpenedLedger;
import org.openengagement.query.following.FollowingConfiguration;
import org.openengagement.query.following.ReachedPosition;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Points of the ledger. */
@Configuration(proxyBeanMethods = false)
class RegisterConfiguration {

    /** With the clock of the application, where it has one; else with the system's. */
    @Bean
    Moments moments(
            @Qualifier(FollowingConfiguration.FAIL_FAST_LEDGER) OpenedLedger ledger,
            Register register,
            ReachedPosition reached,
            ObjectProvider<Clock> clock) {
        return new Moments(ledger, register, reached, clock.getIfAvailable(Clock::systemUTC));
    }
}
