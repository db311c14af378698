package org.openengagement.tokens;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/** What an issuer's tokens must be: signed by it in a way that was expected, not expired (30 s of skew are forgiven), whole. */
final class SignedTokens {

    private static final Duration SKEW = Duration.ofSeconds(30);

    /** Signatures by a private key only: with a secret one, whoever can check a token could make one. */
    private static final Set<JWSAlgorithm> OF_A_PROVIDER = Set.of(
            JWSAlgorithm.RS256,
            JWSAlgorithm.RS384,
            JWSAlgorithm.RS512,
            JWSAlgorithm.PS256,
            JWSAlgorithm.PS384,
            JWSAlgorithm.PS512,
            JWSAlgorithm.ES256,
            JWSAlgorithm.ES384,
            JWSAlgorithm.ES512);

    /** Of RFC 9068; most providers say that an access token is a JWT, or nothing. */
    private static final JOSEObjectType ACCESS_TOKEN = new JOSEObjectType("at+jwt");

    /** An institution's slug stands in public entries, so it is looked at here as well. */
    private static final Pattern SLUG = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,98}[a-z0-9])?");

    private SignedTokens() {}

    static JwtDecoder ofTheLedger(VerifyingKeys keys, Set<JWSAlgorithm> algorithms, Clock clock) {
        return decoder(keys, algorithms, List.of(timestamps(clock), SignedTokens::complete, SignedTokens::withRoles));
    }

    static JwtDecoder ofProvider(VerifyingKeys keys, OpenIdProvider provider, Clock clock) {
        List<OAuth2TokenValidator<Jwt>> validators = new ArrayList<>(List.of(
                timestamps(clock),
                new JwtIssuerValidator(provider.issuer()),
                SignedTokens::complete,
                SignedTokens::withAnInstitutionIfAny));
        String audience = provider.audience();
        if (audience != null) {
            validators.add(
                    token -> token.getAudience() != null && token.getAudience().contains(audience)
                            ? OAuth2TokenValidatorResult.success()
                            : refused("The token is meant for others."));
        }
        NimbusJwtDecoder decoder = decoder(keys, OF_A_PROVIDER, validators);
        decoder.setClaimSetConverter(new ProvidersClaims(provider));
        return decoder;
    }

    private static NimbusJwtDecoder decoder(
            VerifyingKeys keys, Set<JWSAlgorithm> algorithms, List<OAuth2TokenValidator<Jwt>> validators) {
        DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
        processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(JOSEObjectType.JWT, ACCESS_TOKEN, null));
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(algorithms, keys.source()));
        // The claims are checked below, so that every complaint is worded here.
        processor.setJWTClaimsSetVerifier((claims, context) -> {});
        NimbusJwtDecoder decoder = new NimbusJwtDecoder(processor);
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(validators));
        return decoder;
    }

    private static OAuth2TokenValidator<Jwt> timestamps(Clock clock) {
        JwtTimestampValidator timestamps = new JwtTimestampValidator(SKEW);
        timestamps.setClock(clock);
        return timestamps;
    }

    private static OAuth2TokenValidatorResult complete(Jwt token) {
        return token.getSubject() == null || token.getSubject().isBlank() || token.getExpiresAt() == null
                ? refused("The token names no subject or no expiry.")
                : OAuth2TokenValidatorResult.success();
    }

    private static OAuth2TokenValidatorResult withRoles(Jwt token) {
        return token.getClaims().get(TokenClaims.ROLES) instanceof List<?> roles
                        && !roles.isEmpty()
                        && roles.stream().allMatch(TokenClaims::isGivenByToken)
                ? OAuth2TokenValidatorResult.success()
                : refused("The token names no roles, or such as there are not.");
    }

    private static OAuth2TokenValidatorResult withAnInstitutionIfAny(Jwt token) {
        Object institution = token.getClaims().get(TokenClaims.INSTITUTION);
        return institution == null
                        || (institution instanceof String slug
                                && SLUG.matcher(slug).matches())
                ? OAuth2TokenValidatorResult.success()
                : refused("What the token names as an institution is no institution's slug.");
    }

    private static OAuth2TokenValidatorResult refused(String why) {
        return OAuth2TokenValidatorResult.failure(new OAuth2Error("invalid_token", why, null));
    }
}
