package org.openengagement.query.api;

import org.openengagement.schema.SchemaConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.graphql.execution.DataFetcherExceptionResolver;

/** What all requests share. */
@Configuration(proxyBeanMethods = false)
@Import(SchemaConfiguration.class)
class ApiConfiguration {

    @Bean
    DataFetcherExceptionResolver requestErrors() {
        return new RequestErrors();
    }
}
