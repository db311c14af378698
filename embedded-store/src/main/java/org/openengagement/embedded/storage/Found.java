package org.openengagement.embedded.storage;

import de.bwaldvogel.mongo.bson.Document;
import io.netty.buffer.ByteBuf;
import org.jspecify.annotations.Nullable;
import org.openengagement.embedded.storage.files.DamagedStoreException;

/**
 * A document that was found. Most are answered as they lie in the store, so one is taken apart only where somebody wants to
 * look into it.
 */
public final class Found {

    private final byte[] stored;
    private @Nullable Document document;

    /** @throws DamagedStoreException if the bytes are not those that were written */
    Found(byte[] stored) {
        DocumentBytes.requireWhole(stored);
        this.stored = stored;
    }

    /** All of it, taken apart. */
    public Document document() {
        Document whole = document == null ? DocumentBytes.readWhole(stored) : document;
        document = whole;
        return whole;
    }

    /** How many bytes of BSON it has. */
    public int size() {
        return DocumentBytes.sizeOf(stored);
    }

    /** Appends its BSON. */
    public void writeTo(ByteBuf buffer) {
        DocumentBytes.write(stored, buffer);
    }

    /** Those of its fields that a filter or an order looks at, at least. */
    Document seenBy(WantedFields fields) {
        return fields.areAll() ? document() : DocumentBytes.readSome(stored, fields);
    }
}
