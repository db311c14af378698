package org.openengagement.embedded.storage.index;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A stretch of a tree: from a key, itself included, to before another; without the latter, to the tree's end. */
public final class KeyRange {

    private static final KeyRange WHOLE = new KeyRange(new byte[0], null);

    private final byte[] from;
    private final byte @Nullable [] before;

    private KeyRange(byte[] from, byte @Nullable [] before) {
        this.from = from;
        this.before = before;
    }

    static KeyRange whole() {
        return WHOLE;
    }

    static KeyRange between(byte[] from, byte[] before) {
        return new KeyRange(from, before);
    }

    /** Every key that begins with these bytes. */
    public static KeyRange allThatBeginWith(byte[] prefix) {
        return prefix.length == 0 ? WHOLE : new KeyRange(prefix, KeyBytes.afterAllThatBeginWith(prefix));
    }

    public byte[] from() {
        return from;
    }

    public byte @Nullable [] before() {
        return before;
    }

    public boolean beginsAtOrBelow(byte[] key) {
        return Arrays.compareUnsigned(from, key) <= 0;
    }

    public boolean endsAbove(byte[] key) {
        return before == null || Arrays.compareUnsigned(key, before) < 0;
    }
}
