package org.openengagement.command.importing.identifying;

/**
 * Small numbers by 64-bit keys that are spread evenly, such as the beginnings of HMACs: 12 bytes an entry at best, so that
 * a file of ten million lines needs no more than a few hundred megabytes. For one thread.
 */
final class LongCounts {

    private static final int SMALLEST = 1 << 10;

    private long[] keys = new long[SMALLEST];
    private int[] values = new int[SMALLEST];
    private int size;

    /** The number of a key; 0 where it has none. */
    int get(long key) {
        return values[slot(keys, values, key)];
    }

    /** Gives a key its number, 1 or more. */
    void put(long key, int value) {
        if (size * 3L > keys.length * 2L) {
            grow();
        }
        int slot = slot(keys, values, key);
        if (values[slot] == 0) {
            size++;
        }
        keys[slot] = key;
        values[slot] = value;
    }

    /** The first slot from the key's own on that holds it, or nothing: a number of 0 marks an empty one. */
    private static int slot(long[] keys, int[] values, long key) {
        int mask = keys.length - 1;
        int slot = (int) key & mask;
        while (values[slot] != 0 && keys[slot] != key) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        long[] moreKeys = new long[keys.length * 2];
        int[] moreValues = new int[keys.length * 2];
        for (int i = 0; i < keys.length; i++) {
            if (values[i] != 0) {
                int slot = slot(moreKeys, moreValues, keys[i]);
                moreKeys[slot] = keys[i];
                moreValues[slot] = values[i];
            }
        }
        keys = moreKeys;
        values = moreValues;
    }
}
