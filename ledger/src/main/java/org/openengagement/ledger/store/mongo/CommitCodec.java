package org.openengagement.ledger.store.mongo;

import com.mongodb.client.MongoCollection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.bson.BsonBinary;
import org.bson.BsonInvalidOperationException;
import org.bson.BsonReader;
import org.bson.BsonType;
import org.bson.BsonWriter;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;
import org.bson.codecs.configuration.CodecRegistries;
import org.jspecify.annotations.Nullable;
import org.openengagement.ledger.entry.EntryBytes;
import org.openengagement.ledger.store.CommitUnreadableException;
import org.openengagement.ledger.store.Request;
import org.openengagement.ledger.store.StoredEntry;
import org.openengagement.ledger.store.appending.Commit;
import org.openengagement.ledger.store.appending.Commit.CommittedRequest;
import org.openengagement.transparency.Hash;

/**
 * A {@link Commit} between its record and its bytes in the database, without a document in between: a follower reads the whole
 * ledger this way. Members may come in any order; what a later version may add is passed over.
 */
final class CommitCodec implements Codec<Commit> {

    /** A collection of commits, read and written as such. */
    static MongoCollection<Commit> commitsIn(MongoCollection<?> collection) {
        return collection
                .withCodecRegistry(CodecRegistries.fromRegistries(
                        CodecRegistries.fromCodecs(new CommitCodec()), collection.getCodecRegistry()))
                .withDocumentClass(Commit.class);
    }

    @Override
    public Class<Commit> getEncoderClass() {
        return Commit.class;
    }

    @Override
    public void encode(BsonWriter to, Commit commit, EncoderContext context) {
        to.writeStartDocument();
        to.writeInt64(CommitDocument.FIRST, commit.first());
        to.writeInt32(CommitDocument.COUNT, commit.entries().size());
        to.writeBinaryData(CommitDocument.BATCH, new BsonBinary(commit.batch()));
        to.writeDateTime(CommitDocument.RECORDED_AT, commit.recordedAt().toEpochMilli());
        to.writeStartArray(CommitDocument.CLAIMS);
        commit.claims().forEach(to::writeString);
        to.writeEndArray();
        to.writeStartArray(CommitDocument.UNITS);
        commit.units().forEach(to::writeInt32);
        to.writeEndArray();
        to.writeStartArray(CommitDocument.EVENTS);
        commit.entries().forEach(entry -> encode(to, entry));
        to.writeEndArray();
        to.writeStartArray(CommitDocument.REQUESTS);
        commit.requests().forEach(request -> encode(to, request));
        to.writeEndArray();
        to.writeEndDocument();
    }

    private static void encode(BsonWriter to, StoredEntry entry) {
        to.writeStartDocument();
        to.writeString(CommitDocument.STREAM, entry.stream());
        to.writeInt64(CommitDocument.SEQUENCE, entry.sequence());
        to.writeString(CommitDocument.TYPE, entry.type());
        to.writeInt32(CommitDocument.REVISION, entry.revision());
        to.writeBinaryData(CommitDocument.ID, new BsonBinary(entry.id()));
        to.writeBinaryData(CommitDocument.ENTRY, new BsonBinary(entry.entry().toByteArray()));
        to.writeBinaryData(
                CommitDocument.LEAF_HASH, new BsonBinary(entry.leafHash().toByteArray()));
        to.writeEndDocument();
    }

    private static void encode(BsonWriter to, CommittedRequest committed) {
        to.writeStartDocument();
        to.writeString(CommitDocument.CLAIM, committed.request().claim());
        to.writeString(CommitDocument.BODY, committed.request().body());
        to.writeInt64(CommitDocument.FIRST_OF_UNIT, committed.first());
        to.writeInt32(CommitDocument.COUNT, committed.count());
        to.writeEndDocument();
    }

    @Override
    public Commit decode(BsonReader from, DecoderContext context) {
        long first = -1;
        long count = -1;
        UUID batch = null;
        Instant recordedAt = null;
        List<String> claims = List.of();
        List<Integer> units = null;
        List<StoredEntry> entries = List.of();
        List<CommittedRequest> requests = List.of();
        from.readStartDocument();
        while (from.readBsonType() != BsonType.END_OF_DOCUMENT) {
            switch (from.readName()) {
                case CommitDocument.FIRST -> first = number(from);
                case CommitDocument.COUNT -> count = number(from);
                case CommitDocument.BATCH -> batch = uuid(from);
                case CommitDocument.RECORDED_AT -> recordedAt = Instant.ofEpochMilli(from.readDateTime());
                case CommitDocument.CLAIMS -> claims = list(from, BsonReader::readString);
                case CommitDocument.UNITS -> units = list(from, unit -> Math.toIntExact(number(unit)));
                case CommitDocument.EVENTS -> entries = list(from, CommitCodec::entry);
                case CommitDocument.REQUESTS -> requests = list(from, CommitCodec::request);
                default -> from.skipValue();
            }
        }
        from.readEndDocument();
        Instant instant = there(recordedAt, CommitDocument.RECORDED_AT);
        List<Integer> counts = bounded(units, first, count, entries.size());
        return new Commit(
                first,
                there(batch, CommitDocument.BATCH),
                instant,
                claims,
                counts,
                placed(entries, first, counts, instant),
                requests);
    }

    /** The units, if they part the entries as the writer does. */
    private static List<Integer> bounded(@Nullable List<Integer> units, long first, long count, int entries) {
        if (units == null) {
            throw CommitUnreadableException.withoutUnits(first);
        }
        long sum = units.stream().mapToLong(Integer::longValue).sum();
        if (sum != count || sum != entries || units.stream().anyMatch(each -> each < 1)) {
            throw CommitUnreadableException.ofUnits(first, units, count, entries);
        }
        return units;
    }

    /** What is known of each entry only once the whole document was read: members may come in any order. */
    private static List<StoredEntry> placed(
            List<StoredEntry> entries, long first, List<Integer> units, Instant recordedAt) {
        List<Long> lasts = Commit.lastOfUnits(first, units);
        List<StoredEntry> placed = new ArrayList<>(entries.size());
        for (StoredEntry entry : entries) {
            placed.add(new StoredEntry(
                    first + placed.size(),
                    lasts.get(placed.size()),
                    recordedAt,
                    entry.stream(),
                    entry.sequence(),
                    entry.id(),
                    entry.type(),
                    entry.revision(),
                    entry.entry(),
                    entry.leafHash()));
        }
        return placed;
    }

    private static StoredEntry entry(BsonReader from) {
        String stream = null;
        long sequence = -1;
        UUID id = null;
        String type = null;
        int revision = -1;
        EntryBytes entry = null;
        Hash leafHash = null;
        from.readStartDocument();
        while (from.readBsonType() != BsonType.END_OF_DOCUMENT) {
            switch (from.readName()) {
                case CommitDocument.STREAM -> stream = from.readString();
                case CommitDocument.SEQUENCE -> sequence = number(from);
                case CommitDocument.TYPE -> type = from.readString();
                case CommitDocument.REVISION -> revision = Math.toIntExact(number(from));
                case CommitDocument.ID -> id = uuid(from);
                case CommitDocument.ENTRY ->
                    entry = EntryBytes.of(from.readBinaryData().getData());
                case CommitDocument.LEAF_HASH ->
                    leafHash = Hash.of(from.readBinaryData().getData());
                default -> from.skipValue();
            }
        }
        from.readEndDocument();
        return new StoredEntry(
                -1,
                -1,
                Instant.EPOCH,
                there(stream, CommitDocument.STREAM),
                sequence,
                there(id, CommitDocument.ID),
                there(type, CommitDocument.TYPE),
                revision,
                there(entry, CommitDocument.ENTRY),
                there(leafHash, CommitDocument.LEAF_HASH));
    }

    private static CommittedRequest request(BsonReader from) {
        String claim = null;
        String body = null;
        long first = -1;
        int count = -1;
        from.readStartDocument();
        while (from.readBsonType() != BsonType.END_OF_DOCUMENT) {
            switch (from.readName()) {
                case CommitDocument.CLAIM -> claim = from.readString();
                case CommitDocument.BODY -> body = from.readString();
                case CommitDocument.FIRST_OF_UNIT -> first = number(from);
                case CommitDocument.COUNT -> count = Math.toIntExact(number(from));
                default -> from.skipValue();
            }
        }
        from.readEndDocument();
        return new CommittedRequest(
                new Request(there(claim, CommitDocument.CLAIM), there(body, CommitDocument.BODY)), first, count);
    }

    private static <T> List<T> list(BsonReader from, Function<BsonReader, T> element) {
        List<T> list = new ArrayList<>();
        from.readStartArray();
        while (from.readBsonType() != BsonType.END_OF_DOCUMENT) {
            list.add(element.apply(from));
        }
        from.readEndArray();
        return list;
    }

    /** A store may hand back a whole number in a narrower type than it was given. */
    private static long number(BsonReader from) {
        return from.getCurrentBsonType() == BsonType.INT32 ? from.readInt32() : from.readInt64();
    }

    private static UUID uuid(BsonReader from) {
        return from.readBinaryData().asUuid();
    }

    private static <T> T there(@Nullable T value, String name) {
        if (value == null) {
            throw new BsonInvalidOperationException("A commit lacks " + name + ".");
        }
        return value;
    }
}
