package org.openengagement.embedded.server.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openengagement.embedded.storage.Found;

/** Answers as BSON. What was found goes into them as it lies in the store, byte for byte, without being taken apart. */
public final class AnswerBson {

    private static final byte END = 0;
    private static final byte EMBEDDED_DOCUMENT = 3;
    private static final byte ARRAY = 4;

    private AnswerBson() {}

    /** Appends a document. */
    public static void write(Map<?, ?> document, ByteBuf buffer) {
        int start = begin(buffer);
        document.forEach((name, value) -> write(String.valueOf(name), value, buffer));
        end(start, buffer);
    }

    private static void write(String name, @Nullable Object value, ByteBuf buffer) {
        if (value instanceof Found found) {
            writeName(EMBEDDED_DOCUMENT, name, buffer);
            found.writeTo(buffer);
        } else if (value instanceof Map<?, ?> document) {
            writeName(EMBEDDED_DOCUMENT, name, buffer);
            write(document, buffer);
        } else if (value instanceof Collection<?> array) {
            writeName(ARRAY, name, buffer);
            writeArray(array, buffer);
        } else {
            byte type = BsonEncoder.determineType(value);
            writeName(type, name, buffer);
            BsonEncoder.encodeValue(type, value, buffer);
        }
    }

    private static void writeArray(Collection<?> array, ByteBuf buffer) {
        int start = begin(buffer);
        int index = 0;
        for (Object element : array) {
            write(Integer.toString(index++), element, buffer);
        }
        end(start, buffer);
    }

    private static void writeName(byte type, String name, ByteBuf buffer) {
        buffer.writeByte(type);
        buffer.writeCharSequence(name, UTF_8);
        buffer.writeByte(END);
    }

    /** Leaves room for the length. */
    private static int begin(ByteBuf buffer) {
        int start = buffer.writerIndex();
        buffer.writeIntLE(0);
        return start;
    }

    private static void end(int start, ByteBuf buffer) {
        buffer.writeByte(END);
        buffer.setIntLE(start, buffer.writerIndex() - start);
    }
}
