package org.openengagement.query.pages;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
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

    @Bean
    StrictPages strictPages() {
        return new StrictPages();
    }
}
