package org.openengagement.query.api.bounds;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The bounds that hold inside GraphQL; the memory for bodies is taken before it. */
@Configuration(proxyBeanMethods = false)
class BoundsConfiguration {

    @Bean
    CostLimits costLimits() {
        return new CostLimits();
    }
}
