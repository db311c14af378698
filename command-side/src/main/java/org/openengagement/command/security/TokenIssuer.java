package org.openengagement.command.security;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openengagement.command.dispatch.Bounds;
import org.openengagement.command.dispatch.Refusal;
import org.openengagement.command.keys.KeyDirectory;
import org.openengagement.ledger.events.Role;
import org.openengagement.tokens.TokenClaims;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;

/** Issues bearer tokens: JSON Web Tokens signed with ES256 by the ledger's token key. */
public final class TokenIssuer {

    private static final Duration LONGEST = Duration.ofDays(3_650);

    private final JwtEncoder encoder;
    private final Clock clock;

    private TokenIssuer(ECKey key, Clock clock) {
        this.encoder = new NimbusJwtEncoder(new ImmutableJWKSet<>(new JWKSet(key)));
        this.clock = clock;
    }

    /** Issues with the token key in a directory. */
    public static TokenIssuer in(KeyDirectory keys, Clock clock) {
        return new TokenIssuer(TokenKey.in(keys), clock);
    }

    /**
     * Issues a token.
     *
     * @param subject who it is for, known to this ledger's operators only: events hold a pseudonym
     * @param roles what it allows; one at least, of those that a token can give
     * @param institution the slug of the institution that an officer acts for
     * @param validFor how long it is good, over zero and up to ten years
     * @throws Refusal if something of this is wrong
     */
    public String issue(String subject, List<Role> roles, @Nullable String institution, Duration validFor) {
        Bounds.text("subject", subject, 200);
        if (roles.isEmpty() || !TokenClaims.GIVEN_BY_TOKEN.containsAll(roles)) {
            throw Refusal.invalid(
                    "role", "A token gives the role OPERATOR, COORDINATOR, OFFICER, PRIVACY_OFFICER or ADMIN.");
        }
        if (institution != null) {
            Bounds.slug("institution", institution);
        } else if (roles.contains(Role.OFFICER)) {
            throw Refusal.invalid("institution", "An officer acts for an institution: name it by its slug.");
        }
        if (!validFor.isPositive() || validFor.compareTo(LONGEST) > 0) {
            throw Refusal.invalid("days", "A token is good for 1 to 3650 days.");
        }
        Instant now = clock.instant();
        JwtClaimsSet.Builder claims = JwtClaimsSet.builder()
                .issuer(TokenClaims.OWN_ISSUER)
                .subject(subject)
                .claim(TokenClaims.ROLES, roles.stream().map(Role::name).toList())
                .issuedAt(now)
                .expiresAt(now.plus(validFor));
        if (institution != null) {
            claims.claim(TokenClaims.INSTITUTION, institution);
        }
        return encoder.encode(JwtEncoderParameters.from(
                        JwsHeader.with(SignatureAlgorithm.ES256).build(), claims.build()))
                .getTokenValue();
    }
}
