package org.openengagement.ledger.entry;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.stream.Collectors.joining;

import java.time.DateTimeException;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openengagement.ledger.entry.canonical.JsonRefusedException;
import org.openengagement.ledger.events.LedgerEvent;
import org.openengagement.ledger.events.Sealed;
import org.openengagement.transparency.Hash;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads entries by the letter: whatever a writer of this ledger cannot have written is refused. Safe for use by many threads.
 */
public final class EntryReader {

    private static final Opening NOT_OPENED = new Opening.Not();

    private static final byte[] SEALED_MEMBER = ("\"" + EntryMembers.SEALED + "\":{").getBytes(US_ASCII);

    private final EventTypes types;
    private final Upcasters upcasters;
    private final EventMapper mapper = new EventMapper();

    /**
     * @param upcasters one for each revision but the newest of each type
     * @throws IllegalArgumentException if one of them is missing, or is for nothing
     */
    public EntryReader(EventTypes types, Collection<? extends Upcaster> upcasters) {
        this.types = types;
        this.upcasters = new Upcasters(types, upcasters);
    }

    /** Reads the ledger's own events, all of them in their first revision. */
    public static EntryReader ofTheLedger() {
        return new EntryReader(EventTypes.ofTheLedger(), List.of());
    }

    /**
     * Whether an entry seals anything, told from its bytes without reading them: in canonical JSON a quote inside a text never
     * stands bare, so these bytes are a member's name. {@code true} at worst where another object has such a member.
     */
    public static boolean seals(EntryBytes entry) {
        return entry.contains(SEALED_MEMBER);
    }

    /**
     * Reads an entry without opening anything: its sealed fields are {@link Sealed.Withheld}.
     *
     * @param position the position it was found at
     * @param lastOfUnit the position of the last entry of its unit
     * @param leafHash the leaf hash that stands beside it
     * @throws EntryUnreadableException if it is not an entry, or not the one that the leaf hash is of
     */
    public RecordedEvent withheld(long position, long lastOfUnit, EntryBytes entry, Hash leafHash) {
        return read(position, lastOfUnit, entry, leafHash, NOT_OPENED);
    }

    /**
     * Reads an entry and opens what can be opened: a sealed field is {@link Sealed.Present}, or {@link Sealed.Erased} where the
     * disclosure, or the field in it, is gone.
     *
     * @param position the position it was found at
     * @param lastOfUnit the position of the last entry of its unit
     * @param leafHash the leaf hash that stands beside it
     * @param disclosure what opens its sealed fields; {@code null}: it is gone, or there never was one
     * @throws EntryUnreadableException if it is not an entry, or not the one that the leaf hash is of, or the disclosure opens
     *     something else than what was sealed
     */
    public RecordedEvent opened(
            long position, long lastOfUnit, EntryBytes entry, Hash leafHash, @Nullable Disclosure disclosure) {
        return read(position, lastOfUnit, entry, leafHash, new Opening.By(disclosure));
    }

    private RecordedEvent read(long position, long lastOfUnit, EntryBytes entry, Hash leafHash, Opening opening) {
        String stream = null;
        try {
            if (!Hash.ofLeaf(entry.bytes()).equals(leafHash)) {
                throw new IllegalArgumentException("its bytes do not give the leaf hash " + leafHash);
            }
            ObjectNode tree = ParsedEntry.tree(entry);
            stream = ParsedEntry.streamOf(tree);
            ParsedEntry parsed = ParsedEntry.of(tree);
            return new RecordedEvent(
                    position,
                    lastOfUnit,
                    parsed.envelope(),
                    parsed.recordedAt(),
                    parsed.type(),
                    parsed.revision(),
                    event(parsed, opening),
                    entry,
                    leafHash,
                    opening.fields());
        } catch (JacksonException unfitting) {
            throw new EntryUnreadableException(position, stream, reason(unfitting), unfitting);
        } catch (JsonRefusedException | IllegalArgumentException | DateTimeException | ArithmeticException unfitting) {
            throw new EntryUnreadableException(position, stream, String.valueOf(unfitting.getMessage()), unfitting);
        }
    }

    /** Where in the data, and why. */
    private static String reason(JacksonException unfitting) {
        String path = unfitting.getPath().stream()
                .map(step -> step.getPropertyName() == null ? "[" + step.getIndex() + "]" : step.getPropertyName())
                .collect(joining("."));
        return path + ": " + unfitting.getOriginalMessage();
    }

    private LedgerEvent event(ParsedEntry parsed, Opening opening) {
        EventType type = types.named(parsed.type())
                .orElseThrow(() -> new IllegalArgumentException("the ledger knows no event " + parsed.type()));
        if (parsed.revision() < 1 || parsed.revision() > type.revision()) {
            throw new IllegalArgumentException(
                    "%s has revisions 1 to %d, not %d".formatted(type.name(), type.revision(), parsed.revision()));
        }
        opening.requireFor(parsed);
        ObjectNode data = parsed.data();
        parsed.digests()
                .forEach((path, digest) -> SealedFields.put(
                        data,
                        path,
                        SealedFields.embedded(opening.field(parsed.envelope().id(), path, digest))));
        return mapper.fromTree(upcasters.toNewest(type, parsed.revision(), data), type.eventClass());
    }
}
