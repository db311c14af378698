package org.openengagement.ledger.store.mongo;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bson.BsonBinary;
import org.bson.BsonBinarySubType;
import org.bson.Document;
import org.bson.types.Binary;
import org.openengagement.ledger.store.appending.Commit;
import org.openengagement.ledger.store.appending.Head;

/**
 * The members of a stored {@link Commit}, whose names stand in every database for good, and what is read of one of which only
 * some were asked for. Whole ones are read and written by the {@link CommitCodec}.
 */
final class CommitDocument {

    static final String FIRST = "_id";
    static final String COUNT = "count";
    static final String BATCH = "batch";
    static final String RECORDED_AT = "recordedAt";
    static final String CLAIMS = "claims";
    static final String UNITS = "units";
    static final String EVENTS = "events";
    static final String REQUESTS = "requests";
    static final String STREAM = "stream";
    static final String SEQUENCE = "sequence";
    static final String TYPE = "type";
    static final String REVISION = "revision";
    static final String ID = "id";
    static final String ENTRY = "entry";
    static final String LEAF_HASH = "leafHash";
    static final String CLAIM = "claim";
    static final String BODY = "body";
    static final String FIRST_OF_UNIT = "first";

    private CommitDocument() {}

    /** The head that a document leaves; needs its first position, count and instant only. */
    static Head head(Document document) {
        return new Head(first(document) + count(document), recordedAt(document));
    }

    static long first(Document document) {
        return number(document, FIRST).longValue();
    }

    static int count(Document document) {
        return number(document, COUNT).intValue();
    }

    static UUID batch(Document document) {
        return uuid(document, BATCH);
    }

    static List<String> claims(Document document) {
        return document.getList(CLAIMS, String.class);
    }

    static Instant recordedAt(Document document) {
        return document.getDate(RECORDED_AT).toInstant();
    }

    /** Stored as binary of subtype 4; what comes back depends on how the client was made. */
    private static UUID uuid(Document document, String name) {
        if (document.get(name) instanceof Binary binary) {
            return new BsonBinary(BsonBinarySubType.UUID_STANDARD, binary.getData()).asUuid();
        }
        return document.get(name, UUID.class);
    }

    /** A store may hand back a whole number in a narrower type than it was given. */
    private static Number number(Document document, String name) {
        return document.get(name, Number.class);
    }
}
