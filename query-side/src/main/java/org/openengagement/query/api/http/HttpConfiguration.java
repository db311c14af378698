package org.openengagement.query.api.http;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What stands between HTTP and GraphQL. */
@Configuration(proxyBeanMethods = false)
class HttpConfiguration {

    @Bean
    RetryAfterUnavailable retryAfterUnavailable() {
        return new RetryAfterUnavailable();
    }

    @Bean
    FilterRegistrationBean<WellFormedRequests> wellFormedRequests(
            @Value("${spring.graphql.http.path:/graphql}") String path) {
        FilterRegistrationBean<WellFormedRequests> filter = new FilterRegistrationBean<>(new WellFormedRequests());
        filter.addUrlPatterns(path);
        filter.setOrder(WellFormedRequests.ORDER);
        return filter;
    }
}
