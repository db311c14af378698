package org.openengagement.tokens;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.jwk.source.JWKSetUnavailableException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** Public keys that signatures are checked with. */
public final class VerifyingKeys {

    /** How long keys are used before they are fetched again. */
    private static final Duration FRESH = Duration.ofMinutes(5);

    /** How long known keys are used while they cannot be fetched. */
    private static final Duration OUTLIVE_AN_OUTAGE = Duration.ofHours(1);

    /** An unknown key makes the keys be fetched again, at most twice in this time. */
    private static final Duration BETWEEN_REQUESTS = Duration.ofSeconds(2);

    private static final Duration ONE_REQUEST = Duration.ofSeconds(15);

    private final JWKSource<SecurityContext> source;
    private volatile boolean known;

    private VerifyingKeys(JWK key) {
        this.source = new ImmutableJWKSet<>(new JWKSet(key));
        this.known = true;
    }

    private VerifyingKeys(Elsewhere elsewhere) {
        JWKSource<SecurityContext> remembered = JWKSourceBuilder.create(new Remembering(elsewhere))
                .cache(FRESH.toMillis(), ONE_REQUEST.toMillis())
                .refreshAheadCache(false)
                .rateLimited(BETWEEN_REQUESTS.toMillis())
                .outageTolerant(OUTLIVE_AN_OUTAGE.toMillis())
                .build();
        this.source = (wanted, context) -> {
            List<JWK> found = remembered.get(wanted, context);
            if (found.isEmpty() && !known) {
                throw new JWKSetUnavailableException(
                        "The key is none of those that were known before, and what keys there are now cannot be had");
            }
            return found;
        };
    }

    /** A key that is here. */
    public static VerifyingKeys atHand(JWK key) {
        return new VerifyingKeys(key.toPublicJWK());
    }

    /** Keys that are asked for when a token is first to be checked, and again when they are old or lack one. */
    public static VerifyingKeys from(Elsewhere elsewhere) {
        return new VerifyingKeys(elsewhere);
    }

    /** Where keys are fetched from. */
    @FunctionalInterface
    public interface Elsewhere {

        /** @throws KeySourceException if they cannot be had just now; its message says of whom, and why */
        JWKSet keys() throws KeySourceException;
    }

    /**
     * Where a token's key is looked up. One that is not among the known ones is unknown only if they could just be asked for;
     * else it may be new, and {@link KeySourceException} says so.
     */
    JWKSource<SecurityContext> source() {
        return source;
    }

    /** Whether they could be had when they were last asked for. */
    boolean known() {
        return known;
    }

    private final class Remembering implements JWKSetSource<SecurityContext> {

        private final Elsewhere elsewhere;

        Remembering(Elsewhere elsewhere) {
            this.elsewhere = elsewhere;
        }

        @Override
        public JWKSet getJWKSet(JWKSetCacheRefreshEvaluator why, long now, SecurityContext context)
                throws KeySourceException {
            known = false;
            JWKSet keys = elsewhere.keys();
            known = true;
            return keys;
        }

        @Override
        public void close() throws IOException {}
    }
}
