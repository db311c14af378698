package org.openengagement.transparency;

import java.util.Arrays;

/** One signature line of a note: {@code — NAME base64(key id || signature)}. Immutable; what it is worth only a key can say. */
public final class NoteSignature {

    private static final String LINE_START = "\u2014 ";

    private final String name;
    private final byte[] keyId;
    private final byte[] signature;

    private NoteSignature(String name, byte[] keyId, byte[] signature) {
        this.name = name;
        this.keyId = keyId;
        this.signature = signature;
    }

    static NoteSignature of(String name, byte[] keyId, byte[] signature) {
        return new NoteSignature(name, keyId.clone(), signature.clone());
    }

    /**
     * @param line without its line feed
     * @throws MalformedTextException if it is no signature line
     */
    static NoteSignature parse(String line) {
        int space = line.indexOf(' ', LINE_START.length());
        if (!line.startsWith(LINE_START) || space < 0) {
            throw new MalformedTextException("A signature line is written '\u2014 NAME SIGNATURE'.");
        }
        String name = line.substring(LINE_START.length(), space);
        KeyName.require(name);
        byte[] bytes = StrictText.base64(line.substring(space + 1), "A signature");
        if (bytes.length <= KeyName.ID_LENGTH) {
            throw new MalformedTextException("A signature is longer than the key's id.");
        }
        return new NoteSignature(
                name,
                Arrays.copyOf(bytes, KeyName.ID_LENGTH),
                Arrays.copyOfRange(bytes, KeyName.ID_LENGTH, bytes.length));
    }

    /** The name of the key that is said to have signed. */
    public String name() {
        return name;
    }

    byte[] keyId() {
        return keyId.clone();
    }

    byte[] signature() {
        return signature.clone();
    }

    /** The line, without its line feed. */
    @Override
    public String toString() {
        byte[] both = Arrays.copyOf(keyId, keyId.length + signature.length);
        System.arraycopy(signature, 0, both, keyId.length, signature.length);
        return LINE_START + name + " " + StrictText.base64(both);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NoteSignature that && toString().equals(that.toString());
    }

    @Override
    public int hashCode() {
        return toString().hashCode();
    }
}
