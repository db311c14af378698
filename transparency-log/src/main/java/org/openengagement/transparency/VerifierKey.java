package org.openengagement.transparency;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;

/** A named Ed25519 public key that verifies notes, by C2SP signed-note. Immutable. */
public final class VerifierKey {

    /** How many bytes an Ed25519 public key has. */
    public static final int LENGTH = 32;

    /** What stands before the key in its X.509 form, RFC 8410 section 4. */
    private static final byte[] X509_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

    private final String name;
    private final byte[] id;
    private final byte[] bytes;
    private final PublicKey key;

    private VerifierKey(String name, byte[] bytes) {
        KeyName.require(name);
        this.name = name;
        this.bytes = bytes;
        this.id = KeyName.id(name, bytes);
        this.key = publicKey(bytes);
    }

    /**
     * A key from its raw bytes.
     *
     * @throws MalformedTextException if a key cannot have this name
     * @throws IllegalArgumentException if the bytes are no Ed25519 key
     */
    public static VerifierKey of(String name, byte[] publicKey) {
        return new VerifierKey(name, publicKey.clone());
    }

    /**
     * A key from its vkey, {@code NAME+ID+KEY}.
     *
     * @throws MalformedTextException if it is none, or its id is another key's
     */
    public static VerifierKey parse(String vkey) {
        KeyName.Encoded parsed = KeyName.parsed(vkey);
        if (!Arrays.equals(parsed.id(), KeyName.id(parsed.name(), parsed.key()))) {
            throw new MalformedTextException("The id of the key %s is not its own.".formatted(parsed.name()));
        }
        return new VerifierKey(parsed.name(), parsed.key());
    }

    public String name() {
        return name;
    }

    /** Whether a signature line says that it is this key's. */
    boolean signed(NoteSignature signature) {
        return signature.name().equals(name) && Arrays.equals(signature.keyId(), id);
    }

    /** Whether the signature of a text is this key's. */
    boolean verifies(String text, NoteSignature signature) {
        try {
            Signature ed25519 = Signature.getInstance("Ed25519");
            ed25519.initVerify(key);
            ed25519.update(StrictText.utf8(text));
            return ed25519.verify(signature.signature());
        } catch (SignatureException malformed) {
            return false;
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException("Every JDK has Ed25519.", absent);
        }
    }

    byte[] id() {
        return id.clone();
    }

    /** The raw 32 bytes. */
    public byte[] toByteArray() {
        return bytes.clone();
    }

    /** The vkey. */
    @Override
    public String toString() {
        return KeyName.encoded(name, id, bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VerifierKey that && name.equals(that.name) && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    private static PublicKey publicKey(byte[] bytes) {
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("An Ed25519 key has %d bytes, not %d.".formatted(LENGTH, bytes.length));
        }
        byte[] encoded = Arrays.copyOf(X509_PREFIX, X509_PREFIX.length + LENGTH);
        System.arraycopy(bytes, 0, encoded, X509_PREFIX.length, LENGTH);
        try {
            return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
        } catch (GeneralSecurityException unusable) {
            throw new IllegalArgumentException("These bytes are no Ed25519 key.", unusable);
        }
    }
}
