package org.openengagement.command.security;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The key that the ledger's tokens are checked with, for the query side: the public half of it, so for anybody. */
@RestController
class TokenKeyController {

    private final String keys;

    TokenKeyController(ECKey tokenKey) {
        this.keys = new JWKSet(tokenKey.toPublicJWK()).toString();
    }

    /** A JSON Web Key Set (RFC 7517, section 5). */
    @GetMapping(path = "/.well-known/jwks.json", produces = MediaType.APPLICATION_JSON_VALUE)
    String keys() {
        return keys;
    }
}
