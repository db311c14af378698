package org.openengagement.embedded.disk;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** A file's bytes: as a process sees them, as they are on disk for good, and what lies between. */
final class ForgetfulFile {

    private static final int SECTOR = 512;

    private static final int BLOCK = 4096;
    private static final byte[] CHUNK = "chunk:".getBytes(US_ASCII);

    private byte[] seen = new byte[0];
    private int size;
    private byte[] durable = new byte[0];
    private final List<Part> unsynced = new ArrayList<>();

    /** Bytes that were written to a place, within one sector; or a new length, where there are none. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Part(long at, byte[] bytes) {}

    long size() {
        return size;
    }

    int read(long at, byte[] target, int offset, int length) {
        int there = (int) Math.min(length, size - at);
        if (there <= 0) {
            return -1;
        }
        System.arraycopy(seen, (int) at, target, offset, there);
        return there;
    }

    void write(long at, byte[] bytes) {
        int end = (int) at + bytes.length;
        if (end > seen.length) {
            seen = Arrays.copyOf(seen, Math.max(end, 2 * seen.length));
        }
        System.arraycopy(bytes, 0, seen, (int) at, bytes.length);
        size = Math.max(size, end);
        for (int from = 0; from < bytes.length; ) {
            int inSector = SECTOR - (int) ((at + from) % SECTOR);
            int to = Math.min(bytes.length, from + inSector);
            unsynced.add(new Part(at + from, Arrays.copyOfRange(bytes, from, to)));
            from = to;
        }
    }

    /**
     * How many of MVStore's chunks begin where a write of more than one sector goes. The first sector of a chunk is written
     * last, so one that has it was whole; a chunk's own first sector may be written again alone.
     */
    int chunksWithin(long at, int length) {
        int chunks = 0;
        for (long block = at - at % BLOCK; length > SECTOR && block < at + length; block += BLOCK) {
            int first = (int) block;
            boolean isThere = block + CHUNK.length <= size;
            chunks += isThere && Arrays.equals(seen, first, first + CHUNK.length, CHUNK, 0, CHUNK.length) ? 1 : 0;
        }
        return chunks;
    }

    void truncate(long length) {
        if (length < size) {
            Arrays.fill(seen, (int) length, size, (byte) 0);
            size = (int) length;
            unsynced.add(new Part(length, new byte[0]));
        }
    }

    void sync() {
        durable = withAll(durable, unsynced);
        unsynced.clear();
    }

    /** What was to be synced is not on disk, and yet will not be written again: a process sees it until the power fails. */
    void failToSync() {
        unsynced.clear();
    }

    /** Only what reached the disk is left: of what was not synced, any part, in any order. */
    void losePower(Random random) {
        byte[] left = withAll(
                durable,
                unsynced.stream().filter(part -> random.nextInt(3) == 0).toList());
        if (size > left.length && random.nextBoolean()) {
            left = Arrays.copyOf(left, size);
        }
        durable = left;
        seen = left.clone();
        size = left.length;
        unsynced.clear();
    }

    private static byte[] withAll(byte[] bytes, List<Part> parts) {
        byte[] joined = bytes.clone();
        int length = bytes.length;
        for (Part part : parts) {
            int at = (int) part.at;
            int end = at + part.bytes.length;
            if (part.bytes.length == 0) {
                Arrays.fill(joined, Math.min(at, length), length, (byte) 0);
                length = Math.min(at, length);
            } else {
                joined = end > joined.length ? Arrays.copyOf(joined, 2 * end) : joined;
                System.arraycopy(part.bytes, 0, joined, at, part.bytes.length);
                length = Math.max(length, end);
            }
        }
        return Arrays.copyOf(joined, length);
    }
}
