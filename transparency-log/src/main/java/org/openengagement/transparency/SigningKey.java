package org.openengagement.transparency;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.EdECPublicKey;
import java.security.spec.EdECPoint;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** A named Ed25519 key that signs notes, by C2SP signed-note. Immutable; says nothing of its secret unless asked for it. */
public final class SigningKey {

    /** How many bytes a seed has. */
    public static final int SEED_LENGTH = 32;

    private static final String TEXT_PREFIX = "PRIVATE+KEY+";

    /** What stands before the seed in its PKCS#8 form, RFC 8410 section 7. */
    private static final byte[] PKCS8_PREFIX = HexFormat.of().parseHex("302e020100300506032b657004220420");

    private final byte[] seed;
    private final PrivateKey key;
    private final VerifierKey verifierKey;

    private SigningKey(String name, byte[] seed) {
        if (seed.length != SEED_LENGTH) {
            throw new IllegalArgumentException("A seed has %d bytes, not %d.".formatted(SEED_LENGTH, seed.length));
        }
        this.seed = seed;
        this.key = privateKey(seed);
        this.verifierKey = VerifierKey.of(name, publicKey(seed));
        Note proof = sign("A key that cannot verify itself is none.\n");
        if (proof.verifiedBy(List.of(verifierKey)).isEmpty()) {
            throw new IllegalStateException("This JDK derives another public key from a seed than it signs for.");
        }
    }

    /**
     * A key from its seed of 32 bytes.
     *
     * @throws MalformedTextException if a key cannot have this name
     */
    public static SigningKey ofSeed(String name, byte[] seed) {
        return new SigningKey(name, seed.clone());
    }

    /** A new key. */
    public static SigningKey generate(String name, SecureRandom random) {
        byte[] seed = new byte[SEED_LENGTH];
        random.nextBytes(seed);
        return new SigningKey(name, seed);
    }

    /**
     * A key from its secret text, {@code PRIVATE+KEY+NAME+ID+SEED}.
     *
     * @throws MalformedTextException if it is none; the message does not repeat the secret
     */
    public static SigningKey parse(String secret) {
        if (!secret.startsWith(TEXT_PREFIX)) {
            throw new MalformedTextException("A signing key begins with %s.".formatted(TEXT_PREFIX));
        }
        KeyName.Encoded parsed = KeyName.parsed(secret.substring(TEXT_PREFIX.length()));
        SigningKey key = new SigningKey(parsed.name(), parsed.key());
        if (!Arrays.equals(parsed.id(), key.verifierKey.id())) {
            throw new MalformedTextException("The id of the signing key %s is not its own.".formatted(parsed.name()));
        }
        return key;
    }

    /** The key that verifies what this one signs. */
    public VerifierKey verifierKey() {
        return verifierKey;
    }

    /** The secret text, to be kept where only its owner can read. */
    public String secretText() {
        return TEXT_PREFIX + KeyName.encoded(verifierKey.name(), verifierKey.id(), seed);
    }

    /**
     * A note of this text, signed. The same text always gives the same note.
     *
     * @param text ends with a line feed
     * @throws MalformedTextException if a note cannot hold this text
     */
    public Note sign(String text) {
        return new Note(text, List.of(signature(text)));
    }

    private NoteSignature signature(String text) {
        try {
            Signature ed25519 = Signature.getInstance("Ed25519");
            ed25519.initSign(key);
            ed25519.update(StrictText.utf8(text));
            return NoteSignature.of(verifierKey.name(), verifierKey.id(), ed25519.sign());
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException("Every JDK has Ed25519.", absent);
        }
    }

    /** The verifier key: a signing key never prints its secret by accident. */
    @Override
    public String toString() {
        return "signing key of " + verifierKey;
    }

    private static PrivateKey privateKey(byte[] seed) {
        byte[] encoded = Arrays.copyOf(PKCS8_PREFIX, PKCS8_PREFIX.length + SEED_LENGTH);
        System.arraycopy(seed, 0, encoded, PKCS8_PREFIX.length, SEED_LENGTH);
        try {
            return KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException("Every JDK has Ed25519.", absent);
        }
    }

    /** The JDK has no way from a private key to its public one, but a generator whose randomness is the seed makes that pair. */
    private static byte[] publicKey(byte[] seed) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
            generator.initialize(255, new SecureRandom() {
                @Override
                public void nextBytes(byte[] bytes) {
                    System.arraycopy(seed, 0, bytes, 0, bytes.length);
                }
            });
            return encoded(((EdECPublicKey) generator.generateKeyPair().getPublic()).getPoint());
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException("Every JDK has Ed25519.", absent);
        }
    }

    /** A point as RFC 8032 section 5.1.2 writes it: y, little-endian, the sign of x in the highest bit. */
    private static byte[] encoded(EdECPoint point) {
        byte[] bigEndian = point.getY().toByteArray();
        byte[] encoded = new byte[VerifierKey.LENGTH];
        for (int at = 0; at < Math.min(bigEndian.length, encoded.length); at++) {
            encoded[at] = bigEndian[bigEndian.length - 1 - at];
        }
        if (point.isXOdd()) {
            encoded[encoded.length - 1] |= (byte) 0x80;
        }
        return encoded;
    }
}
