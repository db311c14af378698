package org.openengagement.query.forwarding;

import jakarta.servlet.Filter;
import org.apache.coyote.ContinueResponseTiming;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.openengagement.query.api.WellFormedQuestions;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where a command side is named, this side is the one address of both. Where both are one process, nothing is sent on. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("oel.command-side.addresses")
@EnableConfigurationProperties(ForwardingSettings.class)
class ForwardingConfiguration {

    @Bean
    Forwarder forwarder(ForwardingSettings settings) {
        return new Forwarder(settings);
    }

    @Bean
    FilterRegistrationBean<Filter> mutationsGoOn(Forwarder forwarder) {
        return at(MutationsGoOn.PATH, new MutationsGoOn(forwarder));
    }

    @Bean
    FilterRegistrationBean<Filter> importsGoOn(Forwarder forwarder) {
        return at(ImportsGoOn.PATH, new ImportsGoOn(forwarder));
    }

    private static FilterRegistrationBean<Filter> at(String path, Filter filter) {
        FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>(filter);
        registration.addUrlPatterns(path);
        registration.setOrder(WellFormedQuestions.ORDER + 1);
        return registration;
    }

    /**
     * A client that asks before it sends ({@code Expect: 100-continue}) is asked to go on only when its body is read: so a
     * refusal of the command side reaches it before it has sent a file for nothing.
     */
    @Bean
    WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> bodiesAreSentWhenTheyAreSentOn() {
        return factory -> factory.addConnectorCustomizers(connector -> {
            if (connector.getProtocolHandler() instanceof AbstractHttp11Protocol<?> http) {
                http.setContinueResponseTiming(ContinueResponseTiming.ON_REQUEST_BODY_READ.toString());
            }
        });
    }
}
