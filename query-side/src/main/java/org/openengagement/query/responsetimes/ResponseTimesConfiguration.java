package org.openengagement.query.responsetimes;

import org.openengagement.query.figures.columns.ReferralColumns;
import org.openengagement.query.readmodels.PersistentReadModel;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the figures are counted over. */
@Configuration(proxyBeanMethods = false)
class ResponseTimesConfiguration {

    @Bean
    PersistentReadModel<ReferralColumns> referrals() {
        return new PersistentReadModel<>(new ReferralsReadModel());
    }
}
