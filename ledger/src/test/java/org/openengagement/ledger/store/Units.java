package org.openengagement.ledger.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.openengagement.ledger.entry.EntryBytes;

/** Units to append, as sentences. The store does not look into entries, so that any bytes do. */
public final class Units {

    private final List<PendingEntry> entries = new ArrayList<>();
    private Set<String> claims = Set.of();
    private @Nullable Request request;

    private Units() {}

    public static Unit oneEntry(String stream, long sequence) {
        return unit().entry(stream, sequence).get();
    }

    public static Unit entries(String stream, long fromSequence, int count) {
        Units unit = unit();
        LongStream.range(fromSequence, fromSequence + count).forEach(sequence -> unit.entry(stream, sequence));
        return unit.get();
    }

    public static Units unit() {
        return new Units();
    }

    public Units entry(String stream, long sequence) {
        return entry(stream, sequence, 0);
    }

    /** An entry that is filled up to a length, in bytes. */
    public Units entry(String stream, long sequence, int length) {
        UUID id = UUID.randomUUID();
        entries.add(new PendingEntry(stream, sequence, id, "SomethingHappened", 1, recordedAt -> {
            String text = "{\"id\":\"" + id + "\",\"recordedAt\":\"" + recordedAt + "\",\"stream\":\"" + stream
                    + "\",\"sequence\":" + sequence + "}";
            return EntryBytes.of((text + " ".repeat(Math.max(0, length - text.length()))).getBytes(UTF_8));
        }));
        return this;
    }

    public Units claiming(String... names) {
        claims = Set.of(names);
        return this;
    }

    public Units requestedBy(String claim, String body) {
        request = new Request(claim, body);
        return this;
    }

    public Unit get() {
        return new Unit(List.copyOf(entries), claims, request);
    }
}
