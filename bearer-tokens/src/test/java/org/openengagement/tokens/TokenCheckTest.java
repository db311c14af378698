package org.openengagement.tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.openengagement.ledger.start.UnusableSettingException;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtException;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TokenCheckTest {

    private final ECKey own = ownKey();
    private final LocalOpenIdProvider provider = LocalOpenIdProvider.running();
    private TokenCheck check = checkFor("ledger");

    @BeforeEach
    void one_provider_is_named() {
        check = checkFor("ledger");
    }

    @AfterEach
    void it_ends() {
        provider.close();
    }

    @Test
    void a_provider_is_asked_for_its_keys_only_when_a_token_of_it_comes() {
        assertThat(check.decode(ownToken("ADMIN")).getSubject()).isEqualTo("ada");
        assertThat(provider.asked()).isZero();

        check.decode(provider.signed(provider.claims("ADMIN").build()));
        check.decode(provider.signed(provider.claims("OFFICER").build()));

        assertThat(provider.asked()).isEqualTo(1);
    }

    @Test
    void of_a_providers_roles_those_of_the_ledger_count_wherever_it_names_them() {
        Jwt token = check.decode(
                provider.signed(provider.claims("offline_access", "COORDINATOR", "SYSTEM", "admin", "OFFICER")
                        .claim("roles", List.of("ADMIN"))
                        .claim("office", "water-works")
                        .claim("institution", "another")
                        .build()));

        assertThat(token.getClaimAsStringList(TokenClaims.ROLES)).containsExactly("COORDINATOR", "OFFICER");
        assertThat(token.getClaimAsString(TokenClaims.INSTITUTION)).isEqualTo("water-works");
    }

    @Test
    void a_claim_with_dots_in_its_name_is_found_too() {
        TokenCheck dotted = TokenCheck.by(
                VerifyingKeys.atHand(own),
                new OpenIdProvider(provider.issuer(), null, "https://ledger.example.org/roles", "institution"),
                Clock.systemUTC());

        Jwt token = dotted.decode(provider.signed(provider.claims()
                .claim("https://ledger.example.org/roles", "ADMIN")
                .claim("institution", List.of("lipovo"))
                .build()));

        assertThat(token.getClaimAsStringList(TokenClaims.ROLES)).containsExactly("ADMIN");
        assertThat(token.getClaimAsString(TokenClaims.INSTITUTION)).isEqualTo("lipovo");
    }

    @Test
    void somebody_whom_the_provider_gives_no_role_of_the_ledger_has_a_good_token_without_any() {
        Jwt token =
                check.decode(provider.signed(provider.claims("offline_access").build()));

        assertThat(token.getClaimAsStringList(TokenClaims.ROLES)).isEmpty();
    }

    static Stream<Arguments> claims() {
        return Stream.of(
                claims("of another issuer", claims -> claims.issuer("https://evil.example.org")),
                claims("of no issuer", claims -> claims.issuer(null)),
                claims(
                        "of the ledger itself, signed by the provider",
                        claims -> claims.issuer("open-engagement-ledger")),
                claims("for others", claims -> claims.audience("another-service")),
                claims("for nobody", claims -> claims.audience((String) null)),
                claims("expired", claims -> claims.expirationTime(at(-60))),
                claims("for ever", claims -> claims.expirationTime(null)),
                claims("not valid yet", claims -> claims.notBeforeTime(at(120))),
                claims("of nobody", claims -> claims.subject(null)),
                claims("of a subject without a name", claims -> claims.subject(" ")),
                claims("for an institution that is none", claims -> claims.claim("office", "../etc")),
                claims("for an institution that is a number", claims -> claims.claim("office", 7)));
    }

    @ParameterizedTest(name = "a token {0} is refused")
    @MethodSource("claims")
    void a_token_with_claims_that_do_not_hold_is_refused(String what, UnaryOperator<JWTClaimsSet.Builder> change) {
        assertRefused(provider.signed(change.apply(provider.claims("ADMIN")).build()));
    }

    @Test
    void a_token_that_is_signed_otherwise_than_by_the_providers_private_key_is_refused() throws JOSEException {
        JWTClaimsSet claims = provider.claims("ADMIN").build();
        assertRefused(LocalOpenIdProvider.unsigned(claims));
        assertRefused(provider.signedWithThePublicKey(claims));
        try (LocalOpenIdProvider another = LocalOpenIdProvider.running()) {
            assertRefused(another.signed(claims));
        }
        SignedJWT byTheLedger = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(own.getKeyID()).build(), claims);
        byTheLedger.sign(new ECDSASigner(own));
        assertRefused(byTheLedger.serialize());
        assertThat(check.decode(provider.signed(claims, JWSAlgorithm.PS384)).getSubject())
                .isNotBlank();
    }

    @Test
    void a_token_of_which_anything_is_missing_or_changed_is_refused() {
        for (String whole : List.of(provider.signed(provider.claims("ADMIN").build()), ownToken("ADMIN"))) {
            check.decode(whole);
            for (int at = 0; at < whole.length(); at += 7) {
                assertRefused(whole.substring(0, at));
                assertRefused(whole.substring(0, at) + whole.substring(at + 1));
            }
        }
        assertRefused("x".repeat(100_000));
        assertRefused(".".repeat(1_000));
    }

    @Test
    void a_token_of_the_ledger_names_roles_of_the_ledger_and_nothing_else() {
        assertRefused(ownToken("SYSTEM"));
        assertRefused(ownToken("ADMIN", "offline_access"));
        assertRefused(ownToken());
    }

    @Test
    void while_the_provider_is_away_nothing_can_be_said_of_its_tokens_and_the_ledgers_own_are_good() {
        provider.stop();
        String token = provider.signed(provider.claims("ADMIN").build());

        assertThatThrownBy(() -> check.decode(token))
                .isInstanceOf(JwtException.class)
                .isNotInstanceOf(BadJwtException.class)
                .hasMessageContaining("does not answer");
        assertThat(check.decode(ownToken("ADMIN")).getSubject()).isEqualTo("ada");

        provider.start();
        untilDecoded(token);
        provider.stop();
        assertThat(check.decode(token).getSubject())
                .as("its keys are known for a while")
                .isNotBlank();
    }

    @Test
    void a_provider_that_has_changed_its_key_is_asked_again() {
        String before = provider.signed(provider.claims("ADMIN").build());
        check.decode(before);

        provider.changeKey();

        check.decode(provider.signed(provider.claims("ADMIN").build()));
        assertRefused(before);
    }

    @Test
    void while_a_provider_is_away_a_key_that_it_may_have_changed_to_is_not_called_wrong_and_a_known_one_still_is() {
        String before = provider.signed(provider.claims("ADMIN").build());
        check.decode(before);
        provider.stop();

        provider.changeKey();
        String after = provider.signed(provider.claims("OFFICER").build());
        for (int times = 0; times < 5; times++) {
            assertThatThrownBy(() -> check.decode(after))
                    .isInstanceOf(JwtException.class)
                    .isNotInstanceOf(BadJwtException.class);
        }
        check.decode(before);
        assertRefused(withTheSignatureOf(after, before));

        provider.start();
        untilDecoded(after);
        assertRefused(before);
    }

    @Test
    void keys_that_nobody_has_do_not_have_the_provider_asked_each_time() {
        check.decode(provider.signed(provider.claims("ADMIN").build()));
        try (LocalOpenIdProvider another = LocalOpenIdProvider.running()) {
            String forged = another.signed(provider.claims("ADMIN").build());
            for (int times = 0; times < 100; times++) {
                assertRefused(forged);
            }
        }
        assertThat(provider.asked()).isLessThan(50);
    }

    @Test
    void a_provider_that_speaks_for_another_is_not_believed() {
        provider.speakFor("https://login.example.org");

        assertThatThrownBy(() ->
                        check.decode(provider.signed(provider.claims("ADMIN").build())))
                .isNotInstanceOf(BadJwtException.class)
                .hasMessageContaining("speaks for the issuer https://login.example.org");
    }

    @ParameterizedTest
    @CsvSource({
        "login.example.org",
        "ftp://login.example.org",
        "https://",
        "https://a b",
        "https://login.example.org?a=b"
    })
    void an_issuer_that_is_no_address_is_told(String issuer) {
        assertThatThrownBy(() -> new OpenIdProvider(issuer, null, "roles", "institution"))
                .isInstanceOf(UnusableSettingException.class)
                .hasMessageContaining("oel.issuer-uri");
    }

    private TokenCheck checkFor(@Nullable String audience) {
        return TokenCheck.by(
                VerifyingKeys.atHand(own),
                new OpenIdProvider(provider.issuer(), audience, "realm_access.roles", "office"),
                Clock.systemUTC());
    }

    private void assertRefused(String token) {
        assertThatThrownBy(() -> check.decode(token)).as(token).isInstanceOf(BadJwtException.class);
    }

    /** Who was asked in vain is not asked again at once. */
    private void untilDecoded(String token) {
        Instant end = Instant.now().plus(Duration.ofMinutes(1));
        while (true) {
            try {
                check.decode(token);
                return;
            } catch (JwtException notYet) {
                assertThat(notYet).isNotInstanceOf(BadJwtException.class);
                assertThat(Instant.now()).isBefore(end);
                java.util.concurrent.locks.LockSupport.parkNanos(
                        Duration.ofMillis(50).toNanos());
            }
        }
    }

    /** A token that says which of the known keys it is signed with, and is not. */
    private static String withTheSignatureOf(String another, String token) {
        return token.substring(0, token.lastIndexOf('.')) + another.substring(another.lastIndexOf('.'));
    }

    private String ownToken(String... roles) {
        try {
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.ES256)
                            .keyID(own.getKeyID())
                            .build(),
                    new JWTClaimsSet.Builder()
                            .issuer(TokenClaims.OWN_ISSUER)
                            .subject("ada")
                            .claim(TokenClaims.ROLES, List.of(roles))
                            .expirationTime(at(600))
                            .build());
            token.sign(new ECDSASigner(own));
            return token.serialize();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Date at(int secondsFromNow) {
        return Date.from(Instant.now().plusSeconds(secondsFromNow));
    }

    private static Arguments claims(String what, UnaryOperator<JWTClaimsSet.Builder> change) {
        return Arguments.of(what, change);
    }

    private static ECKey ownKey() {
        try {
            return new ECKeyGenerator(Curve.P_256).keyIDFromThumbprint(true).generate();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
