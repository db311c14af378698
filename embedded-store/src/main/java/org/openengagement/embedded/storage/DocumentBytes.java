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

/** A document as it lies in the store: a CRC-32C of four bytes, then its BSON. */
public final class DocumentBytes {

    /** MongoDB's own limit on a document, 16 MiB. */
    public static final int GREATEST = 16 * 1024 * 1024;

    private static final int CHECKSUM = Integer.BYTES;

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
        ByteBuf buffer = Unpooled.wrappedBuffer(stored);
        if (stored.length <= CHECKSUM || buffer.readInt() != checksum(stored, CHECKSUM, stored.length - CHECKSUM)) {
            throw new DamagedStoreException("A stored document's checksum is wrong: the file is damaged.");
        }
        return BsonDecoder.decodeBson(buffer);
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
