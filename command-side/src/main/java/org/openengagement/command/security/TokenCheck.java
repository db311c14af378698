package org.openengagement.command.security;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.openengagement.command.keys.KeyDirectory;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/** Checks bearer tokens: signed with ES256 by the token key, not expired (30 s of skew are forgiven), complete. */
final class TokenCheck {

    private TokenCheck() {}

    static JwtDecoder by(KeyDirectory keys, Clock clock) {
        DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(
                JWSAlgorithm.ES256,
                new ImmutableJWKSet<>(new JWKSet(TokenKey.in(keys).toPublicJWK()))));
        // The claims are checked below, so that every complaint is worded here.
        processor.setJWTClaimsSetVerifier((claims, context) -> {});
        NimbusJwtDecoder decoder = new NimbusJwtDecoder(processor);
        JwtTimestampValidator timestamps = new JwtTimestampValidator(Duration.ofSeconds(30));
        timestamps.setClock(clock);
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<Jwt>(
                List.of(timestamps, new JwtIssuerValidator(TokenIssuer.ISSUER), TokenCheck::complete)));
        return decoder;
    }

    private static OAuth2TokenValidatorResult complete(Jwt token) {
        if (token.getSubject() == null || token.getExpiresAt() == null) {
            return refused("The token names no subject or no expiry.");
        }
        if (!(token.getClaims().get(TokenIssuer.ROLES) instanceof List<?> roles)
                || roles.isEmpty()
                || !roles.stream().allMatch(TokenCheck::isRole)) {
            return refused("The token names no roles, or such as there are not.");
        }
        return OAuth2TokenValidatorResult.success();
    }

    private static boolean isRole(Object name) {
        return TokenIssuer.GIVEN_BY_TOKEN.stream().anyMatch(role -> role.name().equals(name));
    }

    private static OAuth2TokenValidatorResult refused(String why) {
        return OAuth2TokenValidatorResult.failure(new OAuth2Error("invalid_token", why, null));
    }
}
