package org.openengagement.ledger.entry;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.UUID;
import java.util.random.RandomGenerator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The salted digest that stands in an entry in place of an erasable value: HMAC-SHA256 under a salt of its own, over
 * {@code "oel/seal/v1" || 00} and then event id, field path and value, each in UTF-8 behind its length (uint32, big-endian).
 * Once the salt is gone, the digest says nothing about the value, not even to somebody who guesses it.
 */
public final class Seal {

    private static final int SALT_BYTES = 32;
    private static final int DIGEST_BYTES = 32;
    private static final byte[] PREFIX = "oel/seal/v1\0".getBytes(UTF_8);

    private Seal() {}

    /** A fresh salt in base64url. */
    static String salt(RandomGenerator random) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(salt);
    }

    /**
     * The digest of a value.
     *
     * @param salt 32 bytes in base64url
     * @param event the id of the event
     * @param path the path of the field in it, as stored, such as {@code source.url}
     * @param value the value
     * @return the digest in base64url
     * @throws IllegalArgumentException if the salt is not one, or the value holds an unpaired surrogate
     */
    public static String digest(String salt, UUID event, String path, String value) {
        byte[] key = Base64.getUrlDecoder().decode(salt);
        if (key.length != SALT_BYTES) {
            throw new IllegalArgumentException("A salt has %d bytes, not %d.".formatted(SALT_BYTES, key.length));
        }
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            mac.update(PREFIX);
            update(mac, event.toString());
            update(mac, path);
            update(mac, value);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal());
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException("Every JDK has HmacSHA256.", absent);
        }
    }

    /** Whether this can be a digest: 32 bytes in base64url, written in the one way there is. */
    static boolean isDigest(String digest) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(digest);
            return bytes.length == DIGEST_BYTES
                    && Base64.getUrlEncoder()
                            .withoutPadding()
                            .encodeToString(bytes)
                            .equals(digest);
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }

    private static void update(Mac mac, String part) {
        ByteBuffer bytes = utf8(part);
        mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.remaining()).flip());
        mac.update(bytes);
    }

    /** Strict: two different texts never give the same bytes. */
    private static ByteBuffer utf8(String part) {
        try {
            return UTF_8.newEncoder().encode(CharBuffer.wrap(part));
        } catch (CharacterCodingException unpaired) {
            throw new IllegalArgumentException(
                    "The text holds an unpaired surrogate, which no UTF-8 can hold.", unpaired);
        }
    }
}
