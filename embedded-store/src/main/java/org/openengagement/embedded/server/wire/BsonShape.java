package org.openengagement.embedded.server.wire;

import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.CorruptedFrameException;

/**
 * Checks that bytes have the shape of BSON before anything is made of them: every declared length lies within what is
 * there, and documents are nested {@value #DEEPEST} deep at most. So no message makes the server take more memory than
 * it has itself.
 */
final class BsonShape {

    private static final int DEEPEST = 100;
    private static final int LEAST_DOCUMENT = 5;

    private final ByteBuf bytes;

    BsonShape(ByteBuf bytes) {
        this.bytes = bytes;
    }

    /**
     * Checks a document.
     *
     * @param start where it begins
     * @param end what it may not pass
     * @return where it ends
     * @throws CorruptedFrameException if it is none
     */
    int document(int start, int end) {
        return document(start, end, 1);
    }

    /** Checks text that a zero byte ends; where that is passed. */
    int text(int start, int end) {
        int zero = start < end ? bytes.indexOf(start, end, (byte) 0) : -1;
        require(zero >= 0, "text without an end");
        return zero + 1;
    }

    private int document(int start, int end, int depth) {
        require(depth <= DEEPEST, "documents nested too deep");
        require(end - start >= LEAST_DOCUMENT, "a document cut short");
        int length = bytes.getIntLE(start);
        require(length >= LEAST_DOCUMENT && length <= end - start, "a document's length is not its own");
        int last = start + length - 1;
        int at = start + Integer.BYTES;
        while (at < last) {
            int type = bytes.getByte(at);
            at = value(type, text(at + 1, last), last, depth);
        }
        require(at == last && bytes.getByte(last) == 0, "a document without an end");
        return at + 1;
    }

    private int value(int type, int start, int end, int depth) {
        int next =
                switch (type) {
                    case 0x03, 0x04 -> document(start, end, depth + 1);
                    case 0x02, 0x0D -> string(start, end);
                    case 0x05 -> binary(start, end);
                    case 0x0B -> text(text(start, end), end);
                    case 0x06, 0x0A, 0x7F, -1 -> start;
                    case 0x08 -> start + 1;
                    case 0x10 -> start + Integer.BYTES;
                    case 0x01, 0x09, 0x11, 0x12 -> start + Long.BYTES;
                    case 0x07 -> start + 12;
                    case 0x13 -> start + 16;
                    default -> throw new CorruptedFrameException("Not BSON: an unknown type of value.");
                };
        require(next <= end, "a value that passes its document's end");
        return next;
    }

    private int string(int start, int end) {
        require(end - start >= Integer.BYTES, "a string cut short");
        int length = bytes.getIntLE(start);
        require(length >= 1 && length <= end - start - Integer.BYTES, "a string's length is not its own");
        return start + Integer.BYTES + length;
    }

    private int binary(int start, int end) {
        require(end - start > Integer.BYTES, "binary data cut short");
        int length = bytes.getIntLE(start);
        require(length >= 0 && length <= end - start - Integer.BYTES - 1, "a length of binary data is not its own");
        return start + Integer.BYTES + 1 + length;
    }

    static void require(boolean holds, String what) {
        if (!holds) {
            throw new CorruptedFrameException("Not a message: " + what + ".");
        }
    }
}
