package org.openengagement.tokens;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.JWTParser;
import java.text.ParseException;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;

/**
 * Checks bearer tokens: of the ledger itself, signed with ES256 by its token key, or of the OpenID provider where one is
 * named. Whose a token says it is decides with whose keys it is checked, and by whose rules.
 */
public final class TokenCheck implements JwtDecoder {

    private final Map<String, Issuer> issuers = new HashMap<>();

    private record Issuer(VerifyingKeys keys, JwtDecoder decoder) {}

    private TokenCheck() {}

    /**
     * @param own the ledger's token key
     * @param provider whose tokens are taken as well, if any's
     */
    public static TokenCheck by(VerifyingKeys own, @Nullable OpenIdProvider provider, Clock clock) {
        TokenCheck check = new TokenCheck();
        if (provider != null) {
            VerifyingKeys keys = provider.keys(new KeyFetch());
            check.issuers.put(provider.issuer(), new Issuer(keys, SignedTokens.ofProvider(keys, provider, clock)));
        }
        check.issuers.put(
                TokenClaims.OWN_ISSUER,
                new Issuer(own, SignedTokens.ofTheLedger(own, Set.of(JWSAlgorithm.ES256), clock)));
        return check;
    }

    /**
     * The claims of a good token.
     *
     * @throws BadJwtException if it is not good, for whatever reason
     * @throws JwtException if that cannot be said just now, since the keys cannot be had
     */
    @Override
    public Jwt decode(String token) {
        Issuer issuer = issuers.get(issuerOf(token));
        if (issuer == null) {
            throw new BadJwtException("The token's issuer is unknown here.");
        }
        try {
            return issuer.decoder().decode(token);
        } catch (BadJwtException bad) {
            throw bad;
        } catch (JwtException failure) {
            if (failure.getCause() instanceof KeySourceException away && !isAnswerEnough(away, issuer.keys())) {
                throw failure;
            }
            throw new BadJwtException(String.valueOf(failure.getMessage()), failure);
        }
    }

    /** Who has just answered without the token's key among the others is not asked again and again: it is no key of theirs. */
    private static boolean isAnswerEnough(KeySourceException away, VerifyingKeys keys) {
        return away instanceof RateLimitReachedException && keys.known();
    }

    private static String issuerOf(String token) {
        try {
            JWTClaimsSet claims = JWTParser.parse(token).getJWTClaimsSet();
            return claims == null || claims.getIssuer() == null ? "" : claims.getIssuer();
        } catch (ParseException damaged) {
            throw new BadJwtException("The token is damaged.", damaged);
        }
    }
}
