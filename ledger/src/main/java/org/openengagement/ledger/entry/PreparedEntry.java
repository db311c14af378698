package org.openengagement.ledger.entry;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An entry that is whole but for the instant of its recording, which only the appender knows. Immutable. */
public final class PreparedEntry {

    private final Envelope envelope;
    private final EventType type;
    private final byte[] before;
    private final byte[] after;
    private final @Nullable Disclosure disclosure;

    /**
     * @param before the canonical bytes up to the instant, its opening quote included
     * @param after those behind it, its closing quote included
     */
    PreparedEntry(Envelope envelope, EventType type, byte[] before, byte[] after, @Nullable Disclosure disclosure) {
        this.envelope = envelope;
        this.type = type;
        this.before = before;
        this.after = after;
        this.disclosure = disclosure;
    }

    public Envelope envelope() {
        return envelope;
    }

    /** The logical name the event is stored under. */
    public String type() {
        return type.name();
    }

    /** The revision of its stored shape. */
    public int revision() {
        return type.revision();
    }

    /** What opens its sealed fields, to be kept durably before the entry is appended; empty where it has none. */
    public Optional<Disclosure> disclosure() {
        return Optional.ofNullable(disclosure);
    }

    /**
     * The permanent bytes. All instants give the same number of bytes.
     *
     * @param instant when the ledger learnt it, in whole milliseconds
     * @throws IllegalArgumentException if it is finer than that, or outside the years 0 to 9999
     */
    public EntryBytes recordedAt(Instant instant) {
        byte[] text = RecordedAt.textOf(instant).getBytes(US_ASCII);
        return EntryBytes.of(ByteBuffer.allocate(before.length + text.length + after.length)
                .put(before)
                .put(text)
                .put(after)
                .array());
    }
}
