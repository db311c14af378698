package org.openengagement.query.pages;

import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Addresses of pages, each a file among the static resources. */
@Configuration(proxyBeanMethods = false)
class PagesConfiguration implements WebMvcConfigurer {

    @Override
    public void addViewControllers(ViewControllerRegistry addresses) {
        addresses.addViewController("/proposal/{reference}").setViewName("forward:/proposal.html");
        addresses.addViewController("/graphiql").setViewName("forward:/graphiql/index.html");
    }

    /** Last, so that it is asked before the server's own. */
    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> ourPageForWhatTheServerRefuses() {
        return server -> server.addContextCustomizers(
                context -> context.getParent().getPipeline().addValve(new RefusedBeforeAnyPage()));
    }

    @Bean
    StrictPages strictPages() {
        return new StrictPages();
    }
}
