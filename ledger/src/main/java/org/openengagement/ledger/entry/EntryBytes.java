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
