package org.openengagement.command.api;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.graphql.server.WebGraphQlHandler;
import org.springframework.graphql.server.webmvc.GraphQlHttpHandler;

/** How mutations are answered over HTTP. */
@Configuration(proxyBeanMethods = false)
class AnswersConfiguration {

    @Bean
    TurnedAway turnedAway() {
        return new TurnedAway();
    }

    @Bean
    GraphQlHttpHandler answersByStatus(WebGraphQlHandler handler) {
        return new AnswersByStatus(handler);
    }
}
