package org.openengagement.query.forwarding;

import jakarta.servlet.Filter;
import java.time.Clock;
import org.apache.coyote.ContinueResponseTiming;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.openengagement.query.api.http.WellFormedRequests;
import org.openengagement.tokens.OpenIdConfiguration;
import org.openengagement.tokens.OpenIdProvider;
import org.openengagement.tokens.TokenCheck;
import org.openengagement.tokens.VerifyingKeys;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Where a command side is named, this side is the one address of both. Where both are one process, nothing is sent on. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("oel.command-side.addresses")
@EnableConfigurationProperties(ForwardingSettings.class)
@Import(OpenIdConfiguration.class)
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

    @Bean
    FilterRegistrationBean<Filter> goodTokensOnly(
            ForwardingSettings settings, ObjectProvider<OpenIdProvider> provider, ObjectProvider<Clock> clock) {
        VerifyingKeys own = VerifyingKeys.from(new CommandSideKeys(settings.addresses()));
        TokenCheck check = TokenCheck.by(own, provider.getIfAvailable(), clock.getIfAvailable(Clock::systemUTC));
        FilterRegistrationBean<Filter> registration = at("/*", new GoodTokensOnly(check));
        // After what sends on: it is looked at where it goes.
        registration.setOrder(WellFormedRequests.ORDER + 2);
        return registration;
    }

    private static FilterRegistrationBean<Filter> at(String path, Filter filter) {
        FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>(filter);
        registration.addUrlPatterns(path);
        registration.setOrder(WellFormedRequests.ORDER + 1);
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
