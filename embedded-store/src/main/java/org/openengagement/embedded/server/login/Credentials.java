package org.openengagement.embedded.server.login;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The one user of a started store, whose password is 32 random bytes, made anew at each start, and known to the process
 * that opened the store only. The server keeps what SCRAM-SHA-256 needs to check it (RFC 5802, RFC 7677).
 */
public final class Credentials {

    static final String USER = "embedded";

    /** RFC 7677 asks for 4096 at least; a random password needs no more, since it cannot be guessed. */
    static final int ITERATIONS = 4096;

    private static final int BYTES = 32;

    private final String password;
    private final String word;
    private final byte[] salt;
    private final byte[] storedKey;
    private final byte[] serverKey;

    private Credentials(String password, String word, byte[] salt) {
        byte[] salted = saltedPassword(password, salt);
        this.password = password;
        this.word = word;
        this.salt = salt;
        this.storedKey = sha256(hmac(salted, "Client Key"));
        this.serverKey = hmac(salted, "Server Key");
    }

    /** Credentials that nobody has seen. */
    public static Credentials random(SecureRandom random) {
        return new Credentials(text(random), text(random), bytes(random));
    }

    /** User and password, as they stand in a connection string. */
    public String forConnectionString() {
        return USER + ":" + password;
    }

    /**
     * What the owner's connections name as their application. It is no login: it tells them from strangers before one, and those
     * of the driver's monitor, which never log in.
     */
    public String word() {
        return word;
    }

    public boolean isWord(String given) {
        return MessageDigest.isEqual(word.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }

    byte[] salt() {
        return salt.clone();
    }

    boolean isProof(byte[] proof, String signedText) {
        byte[] signature = hmac(storedKey, signedText);
        if (proof.length != signature.length) {
            return false;
        }
        byte[] clientKey = new byte[proof.length];
        for (int index = 0; index < proof.length; index++) {
            clientKey[index] = (byte) (proof[index] ^ signature[index]);
        }
        return MessageDigest.isEqual(sha256(clientKey), storedKey);
    }

    byte[] signature(String signedText) {
        return hmac(serverKey, signedText);
    }

    private static String text(SecureRandom random) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(random));
    }

    private static byte[] bytes(SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return bytes;
    }

    private static byte[] saltedPassword(String password, byte[] salt) {
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(new PBEKeySpec(password.toCharArray(), salt, ITERATIONS, BYTES * Byte.SIZE))
                    .getEncoded();
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("This Java has no PBKDF2WithHmacSHA256.", missing);
        }
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("This Java has no HmacSHA256.", missing);
        }
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("This Java has no SHA-256.", missing);
        }
    }
}
