package org.openengagement.command.importing.remote;

import org.apache.coyote.ContinueResponseTiming;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the server needs so that files can be sent to it. */
@Configuration(proxyBeanMethods = false)
class RemoteImportConfiguration {

    /**
     * A client that asks before it sends ({@code Expect: 100-continue}) is asked to go on only when its body is read: so that
     * one who may not, or whose turn it is not, is told so and sends nothing.
     */
    @Bean
    WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> bodiesAreSentWhenTheyAreRead() {
        return factory -> factory.addConnectorCustomizers(connector -> {
            if (connector.getProtocolHandler() instanceof AbstractHttp11Protocol<?> http) {
                http.setContinueResponseTiming(ContinueResponseTiming.ON_REQUEST_BODY_READ.toString());
            }
        });
    }
}
