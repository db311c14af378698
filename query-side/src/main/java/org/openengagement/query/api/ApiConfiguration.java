package org.openengagement.query.api;

import org.openengagement.schema.SchemaConfiguration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.graphql.execution.DataFetcherExceptionResolver;

/** What all questions share. */
@Configuration(proxyBeanMethods = false)
@Import(SchemaConfiguration.class)
class ApiConfiguration {

    @Bean
    DataFetcherExceptionResolver questionErrors() {
        return new QuestionErrors();
    }

    @Bean
    NothingToAnswer nothingToAnswer() {
        return new NothingToAnswer();
    }

    @Bean
    FilterRegistrationBean<WellFormedQuestions> wellFormedQuestions(
            @Value("${spring.graphql.http.path:/graphql}") String path) {
        FilterRegistrationBean<WellFormedQuestions> filter = new FilterRegistrationBean<>(new WellFormedQuestions());
        filter.addUrlPatterns(path);
        filter.setOrder(WellFormedQuestions.ORDER);
        return filter;
    }
}
