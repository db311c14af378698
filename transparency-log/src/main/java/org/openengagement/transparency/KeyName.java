package org.openengagement.transparency;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** The names and ids of keys, by C2SP signed-note. */
final class KeyName {

    /** The signature type of Ed25519. */
    static final byte ED25519 = 1;

    /** How many bytes a key id has. */
    static final int ID_LENGTH = 4;

    private KeyName() {}

    /**
     * @throws MalformedTextException if a key cannot have this name: it is empty, or holds a space, a plus or a control character
     */
    static void require(String name) {
        StrictText.utf8(name);
        boolean usable = !name.isEmpty()
                && name.codePoints()
                        .noneMatch(character -> character == '+'
                                || Character.isSpaceChar(character)
                                || Character.isWhitespace(character)
                                || Character.isISOControl(character));
        if (!usable) {
            throw new MalformedTextException("A key cannot have the name '%s'.".formatted(name));
        }
    }

    /** SHA-256(name || 0A || signature type || public key), its first four bytes. */
    static byte[] id(String name, byte[] publicKey) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(name.getBytes(UTF_8));
            digest.update((byte) '\n');
            digest.update(ED25519);
            return Arrays.copyOf(digest.digest(publicKey), ID_LENGTH);
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("Every JDK has SHA-256.", absent);
        }
    }

    /** {@code NAME+hex(id)+base64(01 || key)}, the text of a verifier key; a signing key's has a prefix before it. */
    static String encoded(String name, byte[] id, byte[] key) {
        byte[] typed = new byte[key.length + 1];
        typed[0] = ED25519;
        System.arraycopy(key, 0, typed, 1, key.length);
        return name + "+" + HexFormat.of().formatHex(id) + "+" + StrictText.base64(typed);
    }

    /**
     * Takes the text of a key apart. Base64 may hold further pluses, so it is split at the first two only.
     *
     * @throws MalformedTextException if it is none
     */
    static Encoded parsed(String text) {
        String[] parts = text.split("\\+", 3);
        if (parts.length != 3) {
            throw new MalformedTextException("A key is written NAME+ID+KEY.");
        }
        require(parts[0]);
        if (!parts[1].matches("[0-9a-f]{8}")) {
            throw new MalformedTextException("The id of a key is 8 lower-case hexadecimal digits.");
        }
        byte[] typed = StrictText.base64(parts[2], "The key");
        if (typed.length != Hash.LENGTH + 1 || typed[0] != ED25519) {
            throw new MalformedTextException("Only Ed25519 keys (type 01, 32 bytes) are known.");
        }
        return new Encoded(parts[0], HexFormat.of().parseHex(parts[1]), Arrays.copyOfRange(typed, 1, typed.length));
    }

    // Lives between two lines of a parser and is never compared.
    @SuppressWarnings("ArrayRecordComponent")
    record Encoded(String name, byte[] id, byte[] key) {}
}
