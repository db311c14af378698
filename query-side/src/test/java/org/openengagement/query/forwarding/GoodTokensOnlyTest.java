package org.openengagement.query.forwarding;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.openengagement.tokens.LocalOpenIdProvider;
import org.openengagement.tokens.OpenIdProvider;
import org.openengagement.tokens.TokenCheck;
import org.openengagement.tokens.TokenClaims;
import org.openengagement.tokens.VerifyingKeys;

/** Bearer tokens at a node of the query side, which has no keys itself. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@Timeout(120)
class GoodTokensOnlyTest extends BesideNodes {

    private final ECKey tokenKey = key();

    @Test
    void a_query_with_a_good_token_or_none_is_answered() throws Exception {
        Server here = querySideThatChecks(null, commandSide().address());

        assertThat(ask(here, QUERY, null).statusCode()).isEqualTo(200);
        assertThat(ask(here, QUERY, token(tokenKey)).statusCode()).isEqualTo(200);
    }

    @Test
    void a_query_with_a_damaged_token_is_refused_as_where_both_sides_are_one() throws Exception {
        Server here = querySideThatChecks(null, commandSide().address());
        String good = token(tokenKey);

        for (String bad : List.of("rubbish", good + "x", good.substring(0, good.length() - 5), token(key()), "ä b")) {
            HttpResponse<String> answer = ask(here, QUERY, bad);

            assertThat(answer.statusCode()).as(bad).isEqualTo(401);
            assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer error=\"invalid_token\"");
            assertThat(JSON.readTree(answer.body())
                            .at("/errors/0/extensions/code")
                            .asString())
                    .isEqualTo("UNAUTHENTICATED");
        }
        HttpResponse<String> page = HTTP.send(
                HttpRequest.newBuilder(here.address().resolve("/proposal.html"))
                        .header("Authorization", "Bearer rubbish")
                        .build(),
                BodyHandlers.ofString());
        assertThat(page.statusCode()).isEqualTo(401);
    }

    @Test
    void the_key_is_asked_of_whichever_node_tells_it() throws Exception {
        Server here = querySideThatChecks(null, nowhere(), commandSide().address());

        assertThat(ask(here, QUERY, token(tokenKey)).statusCode()).isEqualTo(200);
        assertThat(ask(here, QUERY, token(key())).statusCode()).isEqualTo(401);
    }

    @Test
    void while_no_node_tells_the_key_a_token_cannot_be_checked_and_who_sends_none_is_answered() throws Exception {
        Server here = querySideThatChecks(null, nowhere());

        HttpResponse<String> answer = ask(here, QUERY, token(tokenKey));

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(JSON.readTree(answer.body()).at("/errors/0/extensions/code").asString())
                .isEqualTo("UNAVAILABLE");
        assertThat(ask(here, QUERY, null).statusCode()).isEqualTo(200);
    }

    @Test
    void what_is_sent_on_is_looked_at_where_it_goes() throws Exception {
        Server here = querySideThatChecks(null, commandSide().address());

        assertThat(ask(here, MUTATION, "rubbish").body()).isEqualTo("the command side's word");
    }

    @Test
    void a_token_of_the_openid_provider_is_as_good() throws Exception {
        try (LocalOpenIdProvider provider = LocalOpenIdProvider.running()) {
            Server here = querySideThatChecks(
                    new OpenIdProvider(provider.issuer(), "ledger", "realm_access.roles", "institution"),
                    commandSide().address());

            String good = provider.signed(provider.claims("ADMIN").build());
            assertThat(ask(here, QUERY, good).statusCode()).isEqualTo(200);
            assertThat(ask(here, QUERY, good + "x").statusCode()).isEqualTo(401);
            String unsigned =
                    LocalOpenIdProvider.unsigned(provider.claims("ADMIN").build());
            assertThat(ask(here, QUERY, unsigned).statusCode()).isEqualTo(401);
        }
    }

    private Server commandSide() {
        Server server = Server.commandSide((request, response) -> {
            String body = request.getRequestURI().equals("/.well-known/jwks.json")
                    ? new JWKSet(tokenKey.toPublicJWK()).toString()
                    : "the command side's word";
            response.getOutputStream().write(body.getBytes(UTF_8));
        });
        open.add(server);
        return server;
    }

    private Server querySideThatChecks(@Nullable OpenIdProvider provider, URI... nodes) {
        Forwarder forwarder = new Forwarder(new ForwardingSettings(
                List.of(nodes), Duration.ofSeconds(20), Duration.ofMinutes(1), Duration.ofSeconds(5), 10));
        open.add(forwarder);
        TokenCheck check =
                TokenCheck.by(VerifyingKeys.from(new CommandSideKeys(List.of(nodes))), provider, Clock.systemUTC());
        Server server = Server.querySide(
                forwarder,
                check,
                (request, response) -> response.getOutputStream().write("here".getBytes(UTF_8)));
        open.add(server);
        return server;
    }

    private static HttpResponse<String> ask(Server to, String body, @Nullable String token) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(to.address().resolve("/graphql"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }

    private static String token(ECKey key) throws Exception {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID()).build(),
                new JWTClaimsSet.Builder()
                        .issuer(TokenClaims.OWN_ISSUER)
                        .subject("ada")
                        .claim(TokenClaims.ROLES, List.of("ADMIN"))
                        .expirationTime(Date.from(Instant.now().plusSeconds(600)))
                        .build());
        token.sign(new ECDSASigner(key));
        return token.serialize();
    }

    private static ECKey key() {
        try {
            return new ECKeyGenerator(Curve.P_256).keyIDFromThumbprint(true).generate();
        } catch (com.nimbusds.jose.JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
