package org.openengagement.query.api;

import graphql.execution.instrumentation.ChainedInstrumentation;
import graphql.execution.instrumentation.Instrumentation;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.graphql.execution.DataFetcherExceptionResolver;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;

/** What all questions share. */
@Configuration(proxyBeanMethods = false)
class ApiConfiguration {

    @Bean
    RuntimeWiringConfigurer scalars() {
        return wiring -> Scalars.all().forEach(wiring::scalar);
    }

    @Bean
    DataFetcherExceptionResolver questionErrors() {
        return new QuestionErrors();
    }

    @Bean
    Instrumentation costLimits() {
        return new ChainedInstrumentation(CostLimits.all());
    }

    @Bean
    ErrorCodes errorCodes() {
        return new ErrorCodes();
    }
}
