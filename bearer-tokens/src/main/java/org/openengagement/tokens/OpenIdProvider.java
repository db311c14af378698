package org.openengagement.tokens;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSetUnavailableException;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openengagement.ledger.start.UnusableSettingException;

/**
 * Where people log in, if not with the ledger's own tokens.
 *
 * @param issuer what its tokens say as {@code iss}; its keys are found from there (OpenID Connect Discovery 1.0, section 4)
 * @param audience what its tokens must say among {@code aud}; {@code null}: anything
 * @param rolesClaim where its tokens name roles: a claim, or a path of claims with dots, such as {@code realm_access.roles}
 * @param institutionClaim where they name the slug of an institution, in the same way
 */
public record OpenIdProvider(String issuer, @Nullable String audience, String rolesClaim, String institutionClaim) {

    private static final Set<String> SCHEMES = Set.of("http", "https");
    private static final String DISCOVERY = "/.well-known/openid-configuration";

    /** @throws UnusableSettingException if the issuer is no address */
    public OpenIdProvider {
        URI address = address(issuer);
        if (address.getScheme() == null
                || !SCHEMES.contains(address.getScheme())
                || address.getHost() == null
                || address.getRawQuery() != null
                || address.getRawFragment() != null) {
            throw noIssuer(issuer, null);
        }
    }

    /** Its keys, asked for when a token is first to be checked: it need not be there before. */
    VerifyingKeys keys(KeyFetch fetch) {
        return VerifyingKeys.from(() -> discovered(fetch));
    }

    private JWKSet discovered(KeyFetch fetch) throws JWKSetUnavailableException {
        URI discovery = address((issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer) + DISCOVERY);
        Map<String, Object> said = fetch.object(discovery);
        if (!issuer.equals(said.get("issuer"))) {
            throw new JWKSetUnavailableException(
                    "%s speaks for the issuer %s, and not for %s".formatted(discovery, said.get("issuer"), issuer));
        }
        if (!(said.get("jwks_uri") instanceof String keys)) {
            throw new JWKSetUnavailableException("%s does not say where its keys are".formatted(discovery));
        }
        return fetch.keys(address(keys));
    }

    private static URI address(String text) {
        try {
            return URI.create(text);
        } catch (IllegalArgumentException malformed) {
            throw noIssuer(text, malformed);
        }
    }

    private static UnusableSettingException noIssuer(String text, @Nullable Throwable cause) {
        return new UnusableSettingException(
                "oel.issuer-uri: %s is no OpenID provider; it must be such as https://login.example.org/realms/ledger."
                        .formatted(text),
                cause);
    }
}
