package org.openengagement.embedded.server.wire;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import java.util.List;
import org.openengagement.embedded.server.login.Login;

/**
 * Lets only whole messages of a bounded length and the right shape through. Who has not logged in may send
 * {@value #GREATEST_BEFORE_LOGIN} bytes at a time.
 */
public final class MessageBounds extends ByteToMessageDecoder {

    /** The length that drivers are told, MongoDB's own. */
    public static final int GREATEST_AFTER_LOGIN = 48_000_000;

    /** A driver's hello with its own description has some 600 bytes. */
    static final int GREATEST_BEFORE_LOGIN = 4096;

    private static final int HEADER = 16;
    private static final int OPERATION_AT = 12;
    private static final int OP_QUERY = 2004;
    private static final int OP_MSG = 2013;
    private static final int CHECKSUM_PRESENT = 1;

    private final Login login;

    public MessageBounds(Login login) {
        this.login = login;
    }

    @Override
    protected void decode(ChannelHandlerContext context, ByteBuf bytes, List<Object> whole) {
        if (bytes.readableBytes() < Integer.BYTES) {
            return;
        }
        int start = bytes.readerIndex();
        int length = bytes.getIntLE(start);
        int greatest = login.isDone() ? GREATEST_AFTER_LOGIN : GREATEST_BEFORE_LOGIN;
        BsonShape.require(length > HEADER && length <= greatest, "a length of " + length);
        if (bytes.readableBytes() >= length) {
            check(bytes, start, start + length);
            whole.add(bytes.readRetainedSlice(length));
        }
    }

    private static void check(ByteBuf bytes, int start, int end) {
        BsonShape shape = new BsonShape(bytes);
        int body = start + HEADER + Integer.BYTES;
        BsonShape.require(body < end, "a message cut short");
        switch (bytes.getIntLE(start + OPERATION_AT)) {
            case OP_MSG -> {
                boolean checksum = (bytes.getIntLE(start + HEADER) & CHECKSUM_PRESENT) != 0;
                checkSections(bytes, shape, body, checksum ? end - Integer.BYTES : end);
            }
            case OP_QUERY -> {
                int at = shape.text(body, end) + 2 * Integer.BYTES;
                while (at < end) {
                    at = shape.document(at, end);
                }
            }
            default -> BsonShape.require(false, "an unknown operation");
        }
    }

    private static void checkSections(ByteBuf bytes, BsonShape shape, int start, int end) {
        int at = start;
        while (at < end) {
            byte kind = bytes.getByte(at++);
            if (kind == 0) {
                at = shape.document(at, end);
            } else {
                BsonShape.require(kind == 1 && end - at > Integer.BYTES, "an unknown section");
                int length = bytes.getIntLE(at);
                BsonShape.require(length > Integer.BYTES && length <= end - at, "a section's length is not its own");
                int sectionEnd = at + length;
                at = shape.text(at + Integer.BYTES, sectionEnd);
                while (at < sectionEnd) {
                    at = shape.document(at, sectionEnd);
                }
            }
        }
    }
}
