package org.openengagement.ledger.entry;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The permanent bytes of one entry: canonical JSON in UTF-8, at most {@value #LONGEST} bytes. Immutable. */
public final class EntryBytes {

    /** The longest an entry may be; larger content is an attachment. */
    public static final int LONGEST = 65_535;

    private final byte[] bytes;

    private EntryBytes(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Takes a copy of the bytes. */
    public static EntryBytes of(byte[] bytes) {
        return new EntryBytes(bytes.clone());
    }

    public int length() {
        return bytes.length;
    }

    /** The bytes themselves, for this room only, which never changes them. */
    byte[] bytes() {
        return bytes;
    }

    /** Whether these bytes hold some others, not empty, one after the other. */
    boolean contains(byte[] others) {
        for (int at = 0; at <= bytes.length - others.length; at++) {
            if (bytes[at] == others[0] && Arrays.equals(bytes, at, at + others.length, others, 0, others.length)) {
                return true;
            }
        }
        return false;
    }

    /** A copy of the bytes. */
    public byte[] toByteArray() {
        return bytes.clone();
    }

    /** The entry as text. */
    @Override
    public String toString() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EntryBytes that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }
}
