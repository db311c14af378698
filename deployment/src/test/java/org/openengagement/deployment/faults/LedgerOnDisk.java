package org.openengagement.deployment.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.client.MongoClient;
import com.mongodb.client.model.Sorts;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.codecs.DocumentCodec;
import org.bson.types.Binary;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The ledger as it stands in the database, read with nothing of the ledger's own code: every commit, looked at for what may
 * never be.
 */
final class LedgerOnDisk {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final DocumentCodec DOCUMENTS = new DocumentCodec();

    private final List<Entry> entries = new ArrayList<>();
    private final Map<Long, Long> unitsByLast = new HashMap<>();
    private final Map<String, String> streamsByReference = new HashMap<>();
    private final List<String> gaps = new ArrayList<>();
    private final List<String> doubles = new ArrayList<>();
    private final List<String> fallingInstants = new ArrayList<>();
    private final List<String> damages = new ArrayList<>();
    private final Set<String> claims = new HashSet<>();
    private final Set<String> ids = new HashSet<>();
    private final Map<String, Long> nextInStream = new HashMap<>();
    private final MessageDigest digestOfAll = sha256();
    private long commits;
    private Instant lastInstant = Instant.EPOCH;

    /**
     * An entry as far as it matters here.
     *
     * @param stream the stream it stands in
     * @param type the logical name of its event
     * @param id its event's
     * @param sealed the digests of its sealed fields, by their paths
     */
    record Entry(String stream, String type, String id, Map<String, String> sealed) {}

    /** What a member alone holds; it must have caught up. */
    static LedgerOnDisk of(MongoClient member) {
        return of(member.getDatabase(ReplicaSetUnderFault.DATABASE)
                .withReadPreference(ReadPreference.primaryPreferred())
                .withReadConcern(ReadConcern.MAJORITY)
                .getCollection("commits", RawBsonDocument.class)
                .find()
                .sort(Sorts.ascending("_id")));
    }

    /** Commits in the order of their positions. */
    static LedgerOnDisk of(Iterable<RawBsonDocument> commits) {
        LedgerOnDisk ledger = new LedgerOnDisk();
        commits.forEach(ledger::read);
        return ledger;
    }

    /** How many entries there are of each type. */
    Map<String, Long> entriesByType() {
        return entries.stream().collect(Collectors.groupingBy(Entry::type, TreeMap::new, Collectors.counting()));
    }

    private void read(RawBsonDocument raw) {
        digestOfAll.update(raw.getByteBuffer().asNIO());
        Document commit = raw.decode(DOCUMENTS);
        commits++;
        long first = commit.get("_id", Number.class).longValue();
        if (first != entries.size()) {
            gaps.add("A commit begins at %d where %d is next".formatted(first, entries.size()));
        }
        List<Document> events = commit.getList("events", Document.class);
        if (events.size() != commit.get("count", Number.class).intValue()) {
            gaps.add("The commit at %d counts otherwise than it holds".formatted(first));
        }
        Instant recordedAt = Instant.ofEpochMilli(raw.getDateTime("recordedAt").getValue());
        if (recordedAt.isBefore(lastInstant)) {
            fallingInstants.add("The commit at %d is of %s, earlier than the one before".formatted(first, recordedAt));
        }
        lastInstant = recordedAt;
        for (String claim : commit.getList("claims", String.class)) {
            if (!claims.add(claim)) {
                doubles.add("The claim %s is taken again at %d".formatted(claim, first));
            }
        }
        Map<Long, Long> units = new HashMap<>();
        long next = first;
        for (Number unit : commit.getList("units", Number.class, List.of())) {
            units.put(next, unit.longValue());
            next += unit.longValue();
        }
        if (next != first + events.size()) {
            gaps.add("The commit at %d parts its events otherwise than it holds them".formatted(first));
        }
        for (Document request : commit.getList("requests", Document.class, List.of())) {
            long from = request.get("first", Number.class).longValue();
            long count = request.get("count", Number.class).longValue();
            if (!Long.valueOf(count).equals(units.get(from))) {
                damages.add("The request at %d has %d events, and its unit has not".formatted(from, count));
            }
            unitsByLast.put(from + count - 1, from);
        }
        events.forEach(event -> read(event, recordedAt));
    }

    private void read(Document event, Instant recordedAt) {
        long position = entries.size();
        String stream = event.getString("stream");
        String type = event.getString("type");
        byte[] bytes = event.get("entry", Binary.class).getData();
        JsonNode entry = JSON.readTree(new String(bytes, UTF_8));
        String id = entry.path("id").asString();
        if (!ids.add(id)) {
            doubles.add("The event %s stands again at %d".formatted(id, position));
        }
        long sequence = entry.path("sequence").asLong();
        long next = nextInStream.merge(stream, 1L, Long::sum) - 1;
        if (sequence != next) {
            gaps.add("%s has %d at %d where %d is next".formatted(stream, sequence, position, next));
        }
        if (!Arrays.equals(leafHash(bytes), event.get("leafHash", Binary.class).getData())
                || !entry.path("stream").asString().equals(stream)
                || !entry.path("type").asString().equals(type)
                || !Instant.parse(entry.path("recordedAt").asString()).equals(recordedAt)) {
            damages.add("The entry at %d is not what its commit says of it".formatted(position));
        }
        if (entry.at("/data/reference").isString()) {
            streamsByReference.put(entry.at("/data/reference").asString(), stream);
        }
        entries.add(new Entry(stream, type, id, sealed(entry)));
    }

    private static Map<String, String> sealed(JsonNode entry) {
        Map<String, String> digests = new TreeMap<>();
        entry.at("/data/sealed")
                .properties()
                .forEach(field -> digests.put(field.getKey(), field.getValue().asString()));
        return digests;
    }

    static byte[] leafHash(byte[] bytes) {
        MessageDigest digest = sha256();
        digest.update((byte) 0);
        return digest.digest(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    /** What an answer says that is not so. */
    List<String> contradictions(List<Acknowledged> acknowledged) {
        List<String> found = new ArrayList<>();
        Set<Long> answered = new HashSet<>();
        for (Acknowledged each : acknowledged) {
            long last = each.answer().position();
            Long first = unitsByLast.get(last);
            if (!answered.add(last)) {
                found.add("Position %d was answered to two commands, one of them %s".formatted(last, each));
            } else if (first == null) {
                found.add("No command ends at the position of " + each);
            } else {
                List<Entry> unit = entries.subList(first.intValue(), (int) last + 1);
                String stream = each.mutation().kind() == Mutation.Kind.REGISTER
                        ? "institution/" + each.answer().subject()
                        : streamsByReference.get(each.answer().reference());
                if (unit.stream().anyMatch(entry -> !entry.stream().equals(stream))) {
                    found.add("Another case's events stand where %s was answered: %s".formatted(each, unit));
                }
                long events = unit.stream()
                        .filter(entry ->
                                entry.type().equals(each.mutation().kind().event()))
                        .count();
                if (events != 1) {
                    found.add("%d events of its kind stand where %s was answered: %s".formatted(events, each, unit));
                }
            }
        }
        return found;
    }

    /** Every entry, in order. */
    List<Entry> entries() {
        return entries;
    }

    /** What the command recorded whose last position was answered; empty where none ends there. */
    List<Entry> unitAt(long last) {
        Long first = unitsByLast.get(last);
        return first == null ? List.of() : entries.subList(first.intValue(), (int) last + 1);
    }

    /** How many commands it holds that came with an idempotency key. */
    long requests() {
        return unitsByLast.size();
    }

    long size() {
        return entries.size();
    }

    long commits() {
        return commits;
    }

    List<String> gaps() {
        return gaps;
    }

    List<String> doubles() {
        return doubles;
    }

    List<String> fallingInstants() {
        return fallingInstants;
    }

    List<String> damages() {
        return damages;
    }

    /** Tells one ledger from another, to the byte. To be asked once. */
    String digest() {
        return HexFormat.of().formatHex(digestOfAll.digest());
    }
}
