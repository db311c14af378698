package org.openengagement.embedded.storage;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.Collection;
import java.util.Map;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;
import org.openengagement.embedded.storage.files.DamagedStoreException;

/** A document as it lies in the store: a CRC-32C of four bytes, then its BSON. */
public final class DocumentBytes {

    /** MongoDB's own limit on a document, 16 MiB. */
    public static final int GREATEST = 16 * 1024 * 1024;

    private static final int CHECKSUM = Integer.BYTES;

    /** Of BSON: what ends a document, and the types of values that hold others, which begin with their length. */
    private static final byte END = 0;

    private static final byte EMBEDDED_DOCUMENT = 3;
    private static final byte ARRAY = 4;

    private DocumentBytes() {}

    /**
     * A document's stored form.
     *
     * @throws MongoServerError if its BSON has more than {@link #GREATEST} bytes, or it holds NaN
     */
    static byte[] of(Document document) {
        refuseNaN(document);
        ByteBuf buffer = Unpooled.buffer(512);
        buffer.writeInt(0);
        BsonEncoder.encodeDocument(document, buffer);
        int length = buffer.readableBytes() - CHECKSUM;
        if (length > GREATEST) {
            throw new MongoServerError(
                    10334,
                    "BSONObjectTooLarge",
                    "A document of %d bytes; the limit is %d.".formatted(length, GREATEST));
        }
        buffer.setInt(0, checksum(buffer.array(), CHECKSUM, length));
        byte[] stored = new byte[buffer.readableBytes()];
        buffer.readBytes(stored);
        return stored;
    }

    /**
     * The document of a stored form.
     *
     * @throws DamagedStoreException if the bytes are not those that were written
     */
    static Document read(byte[] stored) {
        requireWhole(stored);
        return readWhole(stored);
    }

    /** The document of a stored form that is whole. */
    static Document readWhole(byte[] stored) {
        return BsonDecoder.decodeBson(bson(stored));
    }

    /** @throws DamagedStoreException if the bytes are not those that were written */
    static void requireWhole(byte[] stored) {
        if (stored.length <= CHECKSUM
                || Unpooled.wrappedBuffer(stored).readInt() != checksum(stored, CHECKSUM, stored.length - CHECKSUM)) {
            throw new DamagedStoreException("A stored document's checksum is wrong: the file is damaged.");
        }
    }

    /** Some fields of the document of a stored form that is whole. The others are passed over. */
    static Document readSome(byte[] stored, WantedFields fields) {
        ByteBuf bson = bson(stored);
        bson.skipBytes(Integer.BYTES);
        Document some = new Document();
        for (byte type = bson.readByte(); type != END && !fields.areFound(some.size()); type = bson.readByte()) {
            String name = BsonDecoder.decodeCString(bson);
            if (fields.include(name)) {
                some.put(name, BsonDecoder.decodeValue(type, bson));
            } else if (type == EMBEDDED_DOCUMENT || type == ARRAY) {
                bson.skipBytes(bson.getIntLE(bson.readerIndex()));
            } else {
                var unused = BsonDecoder.decodeValue(type, bson);
            }
        }
        return some;
    }

    /** Appends the BSON of a stored form. */
    static void write(byte[] stored, ByteBuf buffer) {
        buffer.writeBytes(stored, CHECKSUM, sizeOf(stored));
    }

    private static ByteBuf bson(byte[] stored) {
        return Unpooled.wrappedBuffer(stored, CHECKSUM, sizeOf(stored));
    }

    /** How many bytes of BSON a stored form holds. */
    static int sizeOf(byte[] stored) {
        return stored.length - CHECKSUM;
    }

    /** What is no number compares with numbers otherwise here than in MongoDB, so it is not kept at all. */
    private static void refuseNaN(@Nullable Object value) {
        if (value instanceof Double number && number.isNaN()) {
            throw new MongoServerError(2, "BadValue", "The embedded store keeps no NaN.");
        } else if (value instanceof Map<?, ?> fields) {
            fields.values().forEach(DocumentBytes::refuseNaN);
        } else if (value instanceof Collection<?> values) {
            values.forEach(DocumentBytes::refuseNaN);
        }
    }

    private static int checksum(byte[] bytes, int offset, int length) {
        CRC32C checksum = new CRC32C();
        checksum.update(bytes, offset, length);
        return (int) checksum.getValue();
    }
}
