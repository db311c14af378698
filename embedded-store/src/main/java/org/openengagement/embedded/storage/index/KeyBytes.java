package org.openengagement.embedded.storage.index;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.BsonTimestamp;
import de.bwaldvogel.mongo.bson.LegacyUUID;
import de.bwaldvogel.mongo.bson.MaxKey;
import de.bwaldvogel.mongo.bson.MinKey;
import de.bwaldvogel.mongo.bson.ObjectId;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Writes BSON values as bytes whose unsigned order is MongoDB's order of the values, so that a B-tree of plain bytes
 * answers ranges and sorts. Each value ends itself: no value's bytes begin another's, so keys of several fields are
 * theirs in a row. Equal numbers of different types give equal bytes.
 *
 * <p>Order of types: <a href="https://www.mongodb.com/docs/manual/reference/bson-type-comparison-order/">the
 * manual</a>.
 */
public final class KeyBytes {

    /** Nothing sorts before this. */
    static final int MIN_KEY = 0x05;

    private static final int EMPTY_ARRAY = 0x08;
    private static final int NULL = 0x0A;
    private static final int NUMBER = 0x10;
    private static final int STRING = 0x14;
    private static final int DOCUMENT = 0x18;
    private static final int ARRAY = 0x1C;
    private static final int BINARY = 0x20;
    private static final int OBJECT_ID = 0x24;
    private static final int BOOLEAN = 0x28;
    private static final int DATE = 0x2C;
    private static final int TIMESTAMP = 0x30;
    private static final int MAX_KEY = 0x7F;

    /** Ends a document or an array: below the first byte of every value. */
    private static final int END = 0x00;

    private static final int GENERIC_SUBTYPE = 0;
    private static final int OLD_UUID_SUBTYPE = 3;
    private static final int UUID_SUBTYPE = 4;
    private static final double TWO_TO_THE_63RD = 0x1p63;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream(32);

    private KeyBytes() {}

    /**
     * The bytes of one value.
     *
     * @throws MongoServerError if values of its type cannot be keys here (decimals, regular expressions, code)
     */
    public static byte[] of(@Nullable Object value) {
        KeyBytes bytes = new KeyBytes();
        bytes.write(value);
        return bytes.out.toByteArray();
    }

    /** What stands in an index for an array without elements. */
    static byte[] ofEmptyArray() {
        return new byte[] {EMPTY_ARRAY};
    }

    /** One key after another. */
    public static byte[] joined(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    /** The least bytes above everything that begins with these; none of ours begins with 0xFF, so there always are. */
    static byte[] afterAllThatBeginWith(byte[] prefix) {
        int last = prefix.length - 1;
        while ((prefix[last] & 0xFF) == 0xFF) {
            last--;
        }
        byte[] after = Arrays.copyOf(prefix, last + 1);
        after[last]++;
        return after;
    }

    private void write(@Nullable Object value) {
        switch (value) {
            case null -> out.write(NULL);
            case Missing missing -> out.write(NULL);
            case MinKey minKey -> out.write(MIN_KEY);
            case MaxKey maxKey -> out.write(MAX_KEY);
            case Integer number -> writeInteger(number);
            case Long number -> writeInteger(number);
            case Double number -> writeNumber(number == 0 ? 0.0 : number, 0);
            case String text -> writeTyped(STRING, text);
            case Map<?, ?> document -> writeDocument(document);
            case Collection<?> array -> writeArray(array);
            case BinData data -> writeBinary(GENERIC_SUBTYPE, data.getData());
            case UUID uuid -> writeBinary(UUID_SUBTYPE, bytesOf(uuid));
            case LegacyUUID uuid -> writeBinary(OLD_UUID_SUBTYPE, bytesOf(uuid.getUuid()));
            case ObjectId id -> {
                out.write(OBJECT_ID);
                out.writeBytes(id.toByteArray());
            }
            case Boolean flag -> {
                out.write(BOOLEAN);
                out.write(flag ? 1 : 0);
            }
            case Instant instant -> writeSigned(DATE, instant.toEpochMilli());
            case BsonTimestamp timestamp -> writeLong(TIMESTAMP, timestamp.getValue());
            default ->
                throw new MongoServerError(
                        2,
                        "BadValue",
                        "A value of type %s cannot be a key here."
                                .formatted(value.getClass().getSimpleName()));
        }
    }

    private void writeInteger(long number) {
        double rounded = (double) number;
        long rest = rounded == TWO_TO_THE_63RD ? number - Long.MAX_VALUE - 1 : number - (long) rounded;
        writeNumber(rounded, (int) rest);
    }

    /** A double in order, then what a long lost when it was rounded to that double (at most 1024 either way). */
    private void writeNumber(double rounded, int rest) {
        long bits = Double.doubleToLongBits(rounded);
        long ordered = Double.isNaN(rounded) ? 0 : bits < 0 ? ~bits : bits | Long.MIN_VALUE;
        writeLong(NUMBER, ordered);
        out.write((rest + 0x8000) >> 8);
        out.write(rest + 0x8000);
    }

    private void writeSigned(int type, long number) {
        writeLong(type, number ^ Long.MIN_VALUE);
    }

    private void writeLong(int type, long bits) {
        out.write(type);
        out.writeBytes(ByteBuffer.allocate(Long.BYTES).putLong(bits).array());
    }

    private void writeTyped(int type, String text) {
        out.write(type);
        writeText(text);
    }

    /** UTF-8, as MongoDB compares it; a zero byte is doubled up with 0xFF so that the end (00 01) is below it. */
    private void writeText(String text) {
        for (byte each : text.getBytes(StandardCharsets.UTF_8)) {
            out.write(each);
            if (each == 0) {
                out.write(0xFF);
            }
        }
        out.write(0);
        out.write(1);
    }

    private void writeDocument(Map<?, ?> document) {
        out.write(DOCUMENT);
        document.forEach((name, value) -> {
            byte[] key = of(value);
            out.write(key[0]);
            writeText(String.valueOf(name));
            out.writeBytes(key);
        });
        out.write(END);
    }

    private void writeArray(Collection<?> array) {
        out.write(ARRAY);
        array.forEach(this::write);
        out.write(END);
    }

    private void writeBinary(int subtype, byte[] data) {
        out.write(BINARY);
        out.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(data.length).array());
        out.write(subtype);
        out.writeBytes(data);
    }

    private static byte[] bytesOf(UUID uuid) {
        return ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(uuid.getMostSignificantBits())
                .putLong(uuid.getLeastSignificantBits())
                .array();
    }
}
