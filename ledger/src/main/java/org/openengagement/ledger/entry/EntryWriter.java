package org.openengagement.ledger.entry;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.openengagement.ledger.entry.canonical.CanonicalJson;
import org.openengagement.ledger.entry.canonical.JsonRefusedException;
import org.openengagement.ledger.events.LedgerEvent;
import org.openengagement.ledger.events.Sealed;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Makes entries of events: the canonical bytes for ever, and apart from them what opens their sealed fields. */
public final class EntryWriter {

    /** The longest a sealed value may be, in bytes of UTF-8; larger content is an attachment. */
    public static final int LONGEST_SEALED_VALUE = 1 << 20;

    private final EventTypes types;
    private final RandomGenerator salts;
    private final EventMapper mapper = new EventMapper();

    /**
     * @param types the names that events are stored under
     * @param salts where salts come from; outside of tests nothing less than a {@link java.security.SecureRandom}
     */
    public EntryWriter(EventTypes types, RandomGenerator salts) {
        this.types = types;
        this.salts = salts;
    }

    /**
     * Prepares an entry. Every call seals anew, under fresh salts.
     *
     * @throws EntryTooLargeException if the entry would exceed {@value EntryBytes#LONGEST} bytes, or a sealed value
     *     {@value #LONGEST_SEALED_VALUE}
     * @throws JsonRefusedException if something in it has no canonical form, such as an unpaired surrogate
     * @throws IllegalArgumentException if the ledger has no name for the event, a sealed value is not at hand, or the envelope
     *     is not one
     */
    public PreparedEntry prepare(Envelope envelope, LedgerEvent event) {
        EventType type = types.of(event);
        ObjectNode data = mapper.toTree(event);
        Disclosure disclosure = seal(envelope, data);
        byte[] before = upToRecordedAt(envelope, data);
        byte[] after = fromRevision(envelope, type);
        int length = before.length + RecordedAt.LENGTH + after.length;
        if (length > EntryBytes.LONGEST) {
            throw new EntryTooLargeException("%s for stream %s takes %,d bytes; an entry has at most %,d."
                    .formatted(type.name(), envelope.stream(), length, EntryBytes.LONGEST));
        }
        return new PreparedEntry(envelope, type, before, after, disclosure);
    }

    private @Nullable Disclosure seal(Envelope envelope, ObjectNode data) {
        SortedMap<String, Sealed<?>> lifted = SealedFields.lift(data);
        if (lifted.isEmpty()) {
            return null;
        }
        Map<String, SealedField> fields = new LinkedHashMap<>();
        ObjectNode digests = JsonNodeFactory.instance.objectNode();
        lifted.forEach((path, field) -> {
            SealedField opening = opening(path, field);
            fields.put(path, opening);
            digests.put(path, Seal.digest(opening.salt(), envelope.id(), path, opening.value()));
        });
        SealedFields.put(data, EntryMembers.SEALED, digests);
        return new Disclosure(envelope.id(), Map.copyOf(fields));
    }

    private SealedField opening(String path, Sealed<?> field) {
        if (!(field instanceof Sealed.Present<?> present) || !(present.value() instanceof String value)) {
            throw new IllegalArgumentException(
                    "The text of %s is not at hand, so it cannot be sealed.".formatted(path));
        }
        int length = value.getBytes(UTF_8).length;
        if (length > LONGEST_SEALED_VALUE) {
            throw new EntryTooLargeException("The text of %s takes %,d bytes; a sealed text has at most %,d."
                    .formatted(path, length, LONGEST_SEALED_VALUE));
        }
        return new SealedField(Seal.salt(salts), value, present.audience());
    }

    /** The members that sort before {@code recordedAt}, and its opening quote. */
    private byte[] upToRecordedAt(Envelope envelope, ObjectNode data) {
        ObjectNode members = JsonNodeFactory.instance.objectNode();
        members.set(EntryMembers.ACTOR, mapper.toTree(envelope.actor()));
        if (envelope.causedBy() != null) {
            members.put(EntryMembers.CAUSED_BY, envelope.causedBy().toString());
        }
        members.set(EntryMembers.DATA, data);
        members.put(EntryMembers.EFFECTIVE_ON, EntryMembers.textOf(envelope.effectiveOn()));
        members.put(EntryMembers.ID, envelope.id().toString());
        EntryMembers.requirePlain(members);
        String object = new String(CanonicalJson.bytesOf(members), UTF_8);
        return (object.substring(0, object.length() - 1) + ",\"" + EntryMembers.RECORDED_AT + "\":\"").getBytes(UTF_8);
    }

    /** The closing quote of {@code recordedAt}, and the members that sort behind it. */
    private static byte[] fromRevision(Envelope envelope, EventType type) {
        ObjectNode members = JsonNodeFactory.instance.objectNode();
        members.put(EntryMembers.REVISION, type.revision());
        members.put(EntryMembers.SEQUENCE, EntryMembers.sequence(envelope.sequence()));
        members.put(EntryMembers.STREAM, EntryMembers.stream(envelope.stream()));
        members.put(EntryMembers.TYPE, type.name());
        String object = new String(CanonicalJson.bytesOf(members), UTF_8);
        return ("\"," + object.substring(1)).getBytes(UTF_8);
    }
}
