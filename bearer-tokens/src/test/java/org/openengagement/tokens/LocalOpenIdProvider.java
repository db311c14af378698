package org.openengagement.tokens;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** An OpenID provider on this machine: it tells where its keys are, and which, and signs. Only who logs in is made up. */
public final class LocalOpenIdProvider implements AutoCloseable {

    private static final int KEY_BITS = 2_048;

    private final AtomicInteger asked = new AtomicInteger();
    private int port;
    private @Nullable HttpServer server;
    private RSAKey key = freshKey();
    private @Nullable String speaksFor;

    private LocalOpenIdProvider() {}

    public static LocalOpenIdProvider running() {
        LocalOpenIdProvider provider = new LocalOpenIdProvider();
        provider.start();
        return provider;
    }

    /** Comes back under the address that it had, where it was away. */
    public void start() {
        if (server != null) {
            return;
        }
        try {
            HttpServer fresh = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            port = fresh.getAddress().getPort();
            fresh.createContext("/realms/ledger/.well-known/openid-configuration", exchange -> {
                asked.incrementAndGet();
                byte[] body = "{\"issuer\":\"%s\",\"jwks_uri\":\"%s/keys\"}"
                        .formatted(speaksFor == null ? issuer() : speaksFor, issuer())
                        .getBytes(UTF_8);
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
                exchange.close();
            });
            fresh.createContext("/realms/ledger/keys", exchange -> {
                byte[] body = new JWKSet(key.toPublicJWK()).toString().getBytes(UTF_8);
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
                exchange.close();
            });
            fresh.start();
            server = fresh;
        } catch (IOException taken) {
            throw new IllegalStateException(taken);
        }
    }

    /** Goes away; its address stays its own. */
    public void stop() {
        if (server != null) {
            server.stop(0);
            server = null;
        }
    }

    public String issuer() {
        return "http://localhost:" + port + "/realms/ledger";
    }

    /** How often it was asked where its keys are. */
    public int asked() {
        return asked.get();
    }

    /** From now on it signs with another key, and tells that one only. */
    public void changeKey() {
        key = freshKey();
    }

    /** From now on it says that it is another. */
    void speakFor(String another) {
        speaksFor = another;
    }

    /** What somebody is given who has logged in: for an hour, with roles as Keycloak has them. */
    public JWTClaimsSet.Builder claims(String... roles) {
        return new JWTClaimsSet.Builder()
                .issuer(issuer())
                .subject("0d7c3c5e-ada")
                .audience(List.of("account", "ledger"))
                .expirationTime(Date.from(Instant.now().plusSeconds(3_600)))
                .claim("realm_access", Map.of("roles", List.of(roles)));
    }

    public String signed(JWTClaimsSet claims) {
        return signed(claims, JWSAlgorithm.RS256);
    }

    String signed(JWTClaimsSet claims, JWSAlgorithm algorithm) {
        return signed(new JWSHeader.Builder(algorithm).keyID(key.getKeyID()).build(), claims, signer());
    }

    /** Signed by the public key, as though it were a shared secret. */
    public String signedWithThePublicKey(JWTClaimsSet claims) {
        try {
            JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.HS256)
                    .keyID(key.getKeyID())
                    .build();
            return signed(header, claims, new MACSigner(key.toRSAPublicKey().getEncoded()));
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Signed by nobody. */
    public static String unsigned(JWTClaimsSet claims) {
        return new PlainJWT(claims).serialize();
    }

    private JWSSigner signer() {
        try {
            return new RSASSASigner(key);
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String signed(JWSHeader header, JWTClaimsSet claims, JWSSigner signer) {
        try {
            SignedJWT token = new SignedJWT(header, claims);
            token.sign(signer);
            return token.serialize();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static RSAKey freshKey() {
        try {
            return new RSAKeyGenerator(KEY_BITS).keyIDFromThumbprint(true).generate();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public void close() {
        stop();
    }
}
