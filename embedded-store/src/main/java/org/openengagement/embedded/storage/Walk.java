package org.openengagement.embedded.storage;

import java.util.Arrays;
import java.util.List;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;
import org.openengagement.embedded.storage.index.KeyRange;

/**
 * A walk along stretches of a tree, in key order or against it. Between two batches of an answer it {@linkplain #rest()
 * rests}: it keeps only the last key, no pages, and goes on after that key in whatever the tree holds by then.
 */
final class Walk {

    private final List<KeyRange> ranges;
    private final boolean backwards;
    private int range;
    private byte @Nullable [] lastKey;
    private @Nullable Cursor<byte[], byte[]> cursor;

    /** @param ranges that do not overlap, in the order in which they are to be walked */
    Walk(List<KeyRange> ranges, boolean backwards) {
        this.ranges = ranges;
        this.backwards = backwards;
    }

    /** The next entry's value; null at the end. */
    byte @Nullable [] next(MVMap<byte[], byte[]> tree) {
        while (range < ranges.size()) {
            Cursor<byte[], byte[]> steps = cursor == null ? begin(tree, ranges.get(range)) : cursor;
            cursor = steps;
            while (steps.hasNext()) {
                byte[] key = steps.next();
                if (isBeyond(key, ranges.get(range))) {
                    break;
                }
                if (!isVisited(key, ranges.get(range))) {
                    lastKey = key;
                    return steps.getValue();
                }
            }
            cursor = null;
            lastKey = null;
            range++;
        }
        return null;
    }

    void rest() {
        cursor = null;
    }

    private Cursor<byte[], byte[]> begin(MVMap<byte[], byte[]> tree, KeyRange stretch) {
        byte[] start = lastKey != null ? lastKey : backwards ? stretch.before() : stretch.from();
        return tree.cursor(start, null, backwards);
    }

    private boolean isBeyond(byte[] key, KeyRange stretch) {
        return backwards ? !stretch.beginsAtOrBelow(key) : !stretch.endsAbove(key);
    }

    private boolean isVisited(byte[] key, KeyRange stretch) {
        boolean upperBoundItself = backwards && !stretch.endsAbove(key);
        return upperBoundItself || (lastKey != null && Arrays.equals(lastKey, key));
    }
}
