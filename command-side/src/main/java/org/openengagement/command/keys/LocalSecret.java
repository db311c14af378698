package org.openengagement.command.keys;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A secret of 32 random bytes, known to this side of one ledger only. It turns texts into pseudonyms that nobody can guess. */
public final class LocalSecret {

    static final int LENGTH = 32;

    private static final String ALGORITHM = "HmacSHA256";

    /** No issuer, idempotency key or case is called so, which are what codes are made of otherwise. */
    private static final String FINGERPRINT = "oel-key-fingerprint/v1";

    private static final int FINGERPRINT_BYTES = 16;

    private final SecretKeySpec key;

    private LocalSecret(byte[] bytes) {
        this.key = new SecretKeySpec(bytes, ALGORITHM);
    }

    /** @throws IllegalArgumentException if there are not 32 bytes */
    public static LocalSecret of(byte[] bytes) {
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("A local secret has 32 bytes, not %d".formatted(bytes.length));
        }
        return new LocalSecret(bytes);
    }

    /** A fresh secret as one line of text: base64url without padding. */
    static String freshLine(SecureRandom random) {
        byte[] bytes = new byte[LENGTH];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /**
     * The first bytes of HMAC-SHA256 over some texts in UTF-8 with a byte 00 between them. None but the last may hold
     * U+0000.
     *
     * @param length how many bytes, 1 to 32
     */
    public byte[] code(int length, String... texts) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            for (int i = 0; i < texts.length; i++) {
                if (i > 0) {
                    mac.update((byte) 0);
                }
                mac.update(texts[i].getBytes(StandardCharsets.UTF_8));
            }
            return Arrays.copyOf(mac.doFinal(), length);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("This JDK knows no " + ALGORITHM, missing);
        }
    }

    /** The same in base64url without padding. */
    public String codeText(int length, String... texts) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(code(length, texts));
    }

    /**
     * What this secret is known by: a code that is used for nothing else, and tells nothing of the secret to whoever reads it.
     *
     * @param name what the secret is called; the same secret under another name has another fingerprint
     */
    String fingerprint(String name) {
        return codeText(FINGERPRINT_BYTES, FINGERPRINT, name);
    }

    /** Says nothing of the secret. */
    @Override
    public String toString() {
        return "LocalSecret";
    }
}
