package org.openengagement.embedded.storage.index;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;

/** A document was refused, since another holds one of its keys in a unique index. */
public final class DuplicateKeyError extends MongoServerError {

    /** MongoDB's code of this error. */
    public static final int CODE = 11000;

    private static final long serialVersionUID = 1L;

    private final transient Document keyPattern;
    private final transient Document keyValue;

    public DuplicateKeyError(String collection, String index, Document keyPattern, Document keyValue) {
        super(
                CODE,
                "DuplicateKey",
                "E11000 duplicate key error collection: %s index: %s dup key: %s"
                        .formatted(collection, index, keyValue.toString(true, "{ ", " }")));
        this.keyPattern = keyPattern;
        this.keyValue = keyValue;
    }

    /** The fields of the index, each with its direction. */
    public Document keyPattern() {
        return keyPattern;
    }

    /** The value that is taken, by field. */
    public Document keyValue() {
        return keyValue;
    }
}
