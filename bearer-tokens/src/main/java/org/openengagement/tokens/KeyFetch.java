package org.openengagement.tokens;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSetUnavailableException;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jose.util.ResourceRetriever;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.text.ParseException;
import java.util.Map;

/** Fetches keys, and what says where keys are: in bounded time, and of bounded size. */
public final class KeyFetch {

    private static final int MILLISECONDS_TO_CONNECT = 2_000;
    private static final int MILLISECONDS_TO_READ = 3_000;
    private static final int LONGEST = 512 * 1024;

    private final ResourceRetriever http =
            new DefaultResourceRetriever(MILLISECONDS_TO_CONNECT, MILLISECONDS_TO_READ, LONGEST);

    /** The JSON Web Key Set at an address. */
    public JWKSet keys(URI address) throws JWKSetUnavailableException {
        String text = text(address);
        try {
            return JWKSet.parse(text);
        } catch (ParseException malformed) {
            throw new JWKSetUnavailableException("What %s answers is no set of keys".formatted(address), malformed);
        }
    }

    /** The JSON object at an address. */
    Map<String, Object> object(URI address) throws JWKSetUnavailableException {
        String text = text(address);
        try {
            return JSONObjectUtils.parse(text);
        } catch (ParseException malformed) {
            throw new JWKSetUnavailableException("What %s answers is no JSON object".formatted(address), malformed);
        }
    }

    private String text(URI address) throws JWKSetUnavailableException {
        try {
            return http.retrieveResource(address.toURL()).getContent();
        } catch (MalformedURLException | IllegalArgumentException noAddress) {
            throw new JWKSetUnavailableException("%s is no address to ask at".formatted(address), noAddress);
        } catch (IOException silent) {
            throw new JWKSetUnavailableException("%s does not answer: %s".formatted(address, silent), silent);
        }
    }
}
