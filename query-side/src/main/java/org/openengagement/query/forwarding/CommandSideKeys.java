package org.openengagement.query.forwarding;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSetUnavailableException;
import java.net.URI;
import java.util.List;
import org.openengagement.tokens.KeyFetch;
import org.openengagement.tokens.VerifyingKeys;

/** The key that the ledger's tokens are checked with, of the first node of the command side that tells it: all have the same. */
final class CommandSideKeys implements VerifyingKeys.Elsewhere {

    private static final String PATH = "/.well-known/jwks.json";

    private final List<URI> nodes;
    private final KeyFetch fetch = new KeyFetch();

    CommandSideKeys(List<URI> nodes) {
        this.nodes = List.copyOf(nodes);
    }

    @Override
    public JWKSet keys() throws KeySourceException {
        KeySourceException away = new JWKSetUnavailableException("No node of the command side tells its keys");
        for (URI node : nodes) {
            try {
                return fetch.keys(node.resolve(PATH));
            } catch (JWKSetUnavailableException silent) {
                away.addSuppressed(silent);
            }
        }
        throw away;
    }
}
