package org.openengagement.schema;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.graphql.autoconfigure.GraphQlSourceBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;
import org.springframework.graphql.server.WebGraphQlInterceptor;

/** The contract as beans, for whichever side serves it. */
@Configuration(proxyBeanMethods = false)
public class SchemaConfiguration {

    @Bean
    public RuntimeWiringConfigurer scalars() {
        return wiring -> Scalars.all().forEach(wiring::scalar);
    }

    @Bean
    public WebGraphQlInterceptor errorCodes() {
        return new ErrorCodes();
    }

    @Bean
    GraphQlSourceBuilderCustomizer rememberedDocuments() {
        RememberedDocuments documents = new RememberedDocuments();
        return source -> source.configureGraphQl(graphQl -> graphQl.preparsedDocumentProvider(documents));
    }

    @Bean
    static BeanPostProcessor inTheThreadOfTheRequest() {
        return new InTheThreadOfTheRequest();
    }
}
