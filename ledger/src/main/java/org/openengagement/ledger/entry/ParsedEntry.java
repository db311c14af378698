package org.openengagement.ledger.entry;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openengagement.ledger.entry.canonical.CanonicalEntryParser;
import org.openengagement.ledger.entry.canonical.CanonicalJson;
import org.openengagement.ledger.entry.canonical.JsonRefusedException;
import org.openengagement.ledger.events.Actor;
import org.openengagement.ledger.events.Role;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An entry taken apart, its event not yet understood.
 *
 * @param data the plain members of the event
 * @param digests of its sealed fields, by path
 */
record ParsedEntry(
        Envelope envelope,
        Instant recordedAt,
        String type,
        int revision,
        ObjectNode data,
        Map<String, String> digests) {

    private static final String ID_OF_ACTOR = "id";
    private static final String INSTITUTION = "institution";
    private static final String ROLE = "role";

    private static final Set<String> REQUIRED = Set.of(
            EntryMembers.ACTOR,
            EntryMembers.DATA,
            EntryMembers.EFFECTIVE_ON,
            EntryMembers.ID,
            EntryMembers.RECORDED_AT,
            EntryMembers.REVISION,
            EntryMembers.SEQUENCE,
            EntryMembers.STREAM,
            EntryMembers.TYPE);

    /** The object that some bytes hold, if they hold the canonical form of something an entry can be. */
    static ObjectNode tree(EntryBytes entry) {
        byte[] bytes = entry.bytes();
        if (bytes.length > EntryBytes.LONGEST) {
            throw new JsonRefusedException(
                    "it has %,d bytes; an entry has at most %,d".formatted(bytes.length, EntryBytes.LONGEST));
        }
        return CanonicalEntryParser.object(bytes).orElseThrow(() -> refusal(bytes));
    }

    /** What is wrong with bytes that are not the canonical form of an object, in the order of what is worst. */
    private static JsonRefusedException refusal(byte[] bytes) {
        try {
            JsonNode value = CanonicalJson.parse(bytes);
            if (!value.isObject()) {
                return new JsonRefusedException("it is no JSON object");
            }
            EntryMembers.requirePlain(value);
        } catch (JsonRefusedException worse) {
            return worse;
        }
        return new JsonRefusedException("it is not in canonical form");
    }

    /** The stream that an entry names; {@code null} where it names none. For messages. */
    static @Nullable String streamOf(ObjectNode entry) {
        return entry.path(EntryMembers.STREAM).stringValue(null);
    }

    /** Takes the tree apart; it is used up. */
    static ParsedEntry of(ObjectNode entry) {
        requireMembers(entry);
        ObjectNode data = object(entry, EntryMembers.DATA);
        Envelope envelope = new Envelope(
                EntryMembers.stream(string(entry, EntryMembers.STREAM)),
                EntryMembers.sequence(integer(entry, EntryMembers.SEQUENCE)),
                uuid(entry, EntryMembers.ID),
                day(entry, EntryMembers.EFFECTIVE_ON),
                actor(object(entry, EntryMembers.ACTOR)),
                entry.has(EntryMembers.CAUSED_BY) ? uuid(entry, EntryMembers.CAUSED_BY) : null);
        return new ParsedEntry(
                envelope,
                RecordedAt.of(string(entry, EntryMembers.RECORDED_AT)),
                string(entry, EntryMembers.TYPE),
                Math.toIntExact(integer(entry, EntryMembers.REVISION)),
                data,
                digests(data));
    }

    private static void requireMembers(ObjectNode entry) {
        for (String member : REQUIRED) {
            if (!entry.has(member)) {
                throw new IllegalArgumentException("it has no " + member);
            }
        }
        if (entry.size() > REQUIRED.size() + (entry.has(EntryMembers.CAUSED_BY) ? 1 : 0)) {
            throw new IllegalArgumentException("an entry has no member "
                    + entry.propertyNames().stream()
                            .filter(member -> !REQUIRED.contains(member) && !member.equals(EntryMembers.CAUSED_BY))
                            .findFirst()
                            .orElseThrow());
        }
    }

    private static Map<String, String> digests(ObjectNode data) {
        if (!data.has(EntryMembers.SEALED)) {
            return Map.of();
        }
        ObjectNode sealed = object(data, EntryMembers.SEALED);
        if (sealed.isEmpty()) {
            throw new IllegalArgumentException("it seals nothing, and says so");
        }
        data.remove(EntryMembers.SEALED);
        Map<String, String> digests = new LinkedHashMap<>();
        for (String path : sealed.propertyNames()) {
            String digest = string(sealed, path);
            if (!Seal.isDigest(digest)) {
                throw new IllegalArgumentException("the digest of %s is none".formatted(path));
            }
            digests.put(path, digest);
        }
        return digests;
    }

    private static Actor actor(ObjectNode actor) {
        boolean acts = actor.has(INSTITUTION);
        if (!actor.has(ID_OF_ACTOR) || !actor.has(ROLE) || actor.size() != (acts ? 3 : 2)) {
            throw new IllegalArgumentException(
                    "an actor has an id, a role and perhaps an institution, not " + actor.propertyNames());
        }
        return new Actor(
                string(actor, ID_OF_ACTOR), role(string(actor, ROLE)), acts ? string(actor, INSTITUTION) : null);
    }

    private static Role role(String name) {
        try {
            return Role.valueOf(name);
        } catch (IllegalArgumentException unknown) {
            throw new IllegalArgumentException("nobody acts as " + name, unknown);
        }
    }

    private static ObjectNode object(ObjectNode parent, String member) {
        if (parent.get(member) instanceof ObjectNode object) {
            return object;
        }
        throw new IllegalArgumentException(member + " is no object");
    }

    private static String string(ObjectNode parent, String member) {
        String text = parent.path(member).stringValue(null);
        if (text == null) {
            throw new IllegalArgumentException(member + " is no string");
        }
        return text;
    }

    private static long integer(ObjectNode parent, String member) {
        JsonNode number = parent.path(member);
        if (!number.isIntegralNumber()) {
            throw new IllegalArgumentException(member + " is no integer");
        }
        return number.longValue();
    }

    private static UUID uuid(ObjectNode parent, String member) {
        String text = string(parent, member);
        try {
            UUID id = UUID.fromString(text);
            // The JDK also takes shortened ones, and capitals.
            if (id.toString().equals(text)) {
                return id;
            }
        } catch (IllegalArgumentException malformed) {
            throw new IllegalArgumentException("%s is no UUID: %s".formatted(member, text), malformed);
        }
        throw new IllegalArgumentException("%s is no plain UUID: %s".formatted(member, text));
    }

    private static LocalDate day(ObjectNode parent, String member) {
        return EntryMembers.day(string(parent, member));
    }
}
