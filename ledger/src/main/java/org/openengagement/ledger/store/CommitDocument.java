package org.openengagement.ledger.store;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.bson.BsonBinary;
import org.bson.BsonBinarySubType;
import org.bson.Document;
import org.bson.types.Binary;
import org.openengagement.ledger.entry.EntryBytes;
import org.openengagement.ledger.store.Commit.CommittedRequest;
import org.openengagement.transparency.Hash;

/** The one place that knows how a {@link Commit} is stored. The names stand in every database for good. */
final class CommitDocument {

    static final String FIRST = "_id";
    static final String COUNT = "count";
    static final String BATCH = "batch";
    static final String RECORDED_AT = "recordedAt";
    static final String CLAIMS = "claims";
    private static final String EVENTS = "events";
    private static final String REQUESTS = "requests";
    private static final String STREAM = "stream";
    private static final String SEQUENCE = "sequence";
    private static final String TYPE = "type";
    private static final String REVISION = "revision";
    private static final String ID = "id";
    private static final String ENTRY = "entry";
    private static final String LEAF_HASH = "leafHash";
    private static final String CLAIM = "claim";
    private static final String BODY = "body";

    private CommitDocument() {}

    static Document of(Commit commit) {
        return new Document(FIRST, commit.first())
                .append(COUNT, commit.entries().size())
                .append(BATCH, new BsonBinary(commit.batch()))
                .append(RECORDED_AT, Date.from(commit.recordedAt()))
                .append(CLAIMS, commit.claims())
                .append(
                        EVENTS,
                        commit.entries().stream().map(CommitDocument::event).toList())
                .append(
                        REQUESTS,
                        commit.requests().stream().map(CommitDocument::request).toList());
    }

    static Commit read(Document document) {
        long first = first(document);
        Instant recordedAt = recordedAt(document);
        List<Document> events = document.getList(EVENTS, Document.class);
        StoredEntry[] entries = new StoredEntry[events.size()];
        for (int index = 0; index < entries.length; index++) {
            entries[index] = entry(first + index, recordedAt, events.get(index));
        }
        return new Commit(
                first,
                batch(document),
                recordedAt,
                claims(document),
                List.of(entries),
                document.getList(REQUESTS, Document.class, List.of()).stream()
                        .map(CommitDocument::request)
                        .toList());
    }

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

    private static Document event(StoredEntry entry) {
        return new Document(STREAM, entry.stream())
                .append(SEQUENCE, entry.sequence())
                .append(TYPE, entry.type())
                .append(REVISION, entry.revision())
                .append(ID, new BsonBinary(entry.id()))
                .append(ENTRY, new Binary(entry.entry().toByteArray()))
                .append(LEAF_HASH, new Binary(entry.leafHash().toByteArray()));
    }

    private static StoredEntry entry(long position, Instant recordedAt, Document event) {
        return new StoredEntry(
                position,
                recordedAt,
                event.getString(STREAM),
                number(event, SEQUENCE).longValue(),
                uuid(event, ID),
                event.getString(TYPE),
                number(event, REVISION).intValue(),
                EntryBytes.of(event.get(ENTRY, Binary.class).getData()),
                Hash.of(event.get(LEAF_HASH, Binary.class).getData()));
    }

    private static Document request(CommittedRequest committed) {
        return new Document(CLAIM, committed.request().claim())
                .append(BODY, committed.request().body())
                .append("first", committed.first())
                .append(COUNT, committed.count());
    }

    private static CommittedRequest request(Document request) {
        return new CommittedRequest(
                new Request(request.getString(CLAIM), request.getString(BODY)),
                number(request, "first").longValue(),
                count(request));
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
