package org.openengagement.command.security;

import java.time.Clock;
import org.openengagement.command.keys.Keys;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.ContentSecurityPolicyHeaderWriter;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/**
 * Reading is public; what writes asks for the caller's role itself, at the command. So every request is let in, but one that
 * shows a bearer token must show a good one.
 *
 * <p>No cookie says who somebody is, so no other site can act in somebody's name: CSRF protection would protect nothing.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    /** Our own pages load what this server serves and nothing else. GraphiQL brings its own, and is left to itself. */
    private static final String OWN_PAGES =
            "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; object-src 'none'; "
                    + "base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    @Bean
    SecurityFilterChain bearerTokens(HttpSecurity http) throws Exception {
        return http.csrf(csrf -> csrf.disable())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(cache -> cache.disable())
                .logout(logout -> logout.disable())
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .oauth2ResourceServer(server ->
                        server.jwt(Customizer.withDefaults()).authenticationEntryPoint(new UnauthenticatedAnswer()))
                .headers(headers -> headers.referrerPolicy(
                                referrer -> referrer.policy(ReferrerPolicy.STRICT_ORIGIN_WHEN_CROSS_ORIGIN))
                        .addHeaderWriter(new DelegatingRequestMatcherHeaderWriter(
                                request -> !request.getRequestURI().startsWith("/graphiql"),
                                new ContentSecurityPolicyHeaderWriter(OWN_PAGES))))
                .build();
    }

    @Bean
    JwtDecoder tokenCheck(Keys keys, ObjectProvider<Clock> clock) {
        return TokenCheck.by(keys.directory(), clock.getIfAvailable(Clock::systemUTC));
    }

    @Bean
    Actors actors(Keys keys) {
        return new Actors(keys.actor());
    }
}
