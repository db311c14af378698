package org.openengagement.command.security;

import java.time.Clock;
import org.openengagement.command.keys.Keys;
import org.openengagement.tokens.OpenIdConfiguration;
import org.openengagement.tokens.OpenIdProvider;
import org.openengagement.tokens.TokenCheck;
import org.openengagement.tokens.VerifyingKeys;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/**
 * Reading is public; what writes asks for the caller's role itself, at the command. So every request is let in, but one that
 * shows a bearer token must show a good one.
 *
 * <p>What a browser may do with a page is said where the pages are: this side has none.
 *
 * <p>No cookie says who somebody is, so no other site can act in somebody's name: CSRF protection would protect nothing.
 */
@Configuration(proxyBeanMethods = false)
@Import(OpenIdConfiguration.class)
class SecurityConfiguration {

    @Bean
    SecurityFilterChain bearerTokens(HttpSecurity http) throws Exception {
        return http.csrf(csrf -> csrf.disable())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(cache -> cache.disable())
                .logout(logout -> logout.disable())
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .oauth2ResourceServer(server ->
                        server.jwt(Customizer.withDefaults()).withObjectPostProcessor(new AnswersToBadTokens()))
                .build();
    }

    @Bean
    TokenCheck tokenCheck(Keys keys, ObjectProvider<OpenIdProvider> provider, ObjectProvider<Clock> clock) {
        return TokenCheck.by(
                VerifyingKeys.atHand(TokenKey.in(keys.directory())),
                provider.getIfAvailable(),
                clock.getIfAvailable(Clock::systemUTC));
    }

    @Bean
    TokenKeyController tokenKeyController(Keys keys) {
        return new TokenKeyController(TokenKey.in(keys.directory()));
    }

    @Bean
    Actors actors(Keys keys) {
        return new Actors(keys.actor());
    }
}
