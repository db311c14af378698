package org.openengagement.command.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.text.ParseException;
import org.openengagement.command.keys.KeyDirectory;
import org.openengagement.command.keys.KeysUnusableException;

/** The key that signs bearer tokens: an elliptic key on P-256, kept as a JSON Web Key. */
public final class TokenKey {

    private static final String FILE = "token-key.jwk";

    private TokenKey() {}

    /**
     * The token key in a directory; made where there is none.
     *
     * @throws KeysUnusableException if it is damaged
     */
    public static ECKey in(KeyDirectory keys) {
        String line = keys.obtain(FILE, TokenKey::fresh);
        try {
            ECKey key = ECKey.parse(line);
            if (key.isPrivate() && key.getCurve().equals(Curve.P_256)) {
                return key;
            }
        } catch (ParseException damaged) {
            throw unusable(keys);
        }
        throw unusable(keys);
    }

    private static String fresh() {
        try {
            return new ECKeyGenerator(Curve.P_256)
                    .algorithm(JWSAlgorithm.ES256)
                    .keyIDFromThumbprint(true)
                    .generate()
                    .toJSONString();
        } catch (JOSEException missing) {
            throw new IllegalStateException("This JDK makes no keys on P-256", missing);
        }
    }

    private static KeysUnusableException unusable(KeyDirectory keys) {
        return new KeysUnusableException(
                "The key %s is damaged: it must be a private JSON Web Key on P-256. Put it back, or remove it: a new one is made, and tokens issued before are refused."
                        .formatted(keys.path().resolve(FILE)));
    }
}
