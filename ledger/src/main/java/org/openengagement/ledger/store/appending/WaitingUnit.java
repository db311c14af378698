package org.openengagement.ledger.store.appending;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.openengagement.ledger.entry.EntryBytes;
import org.openengagement.ledger.store.PendingEntry;
import org.openengagement.ledger.store.Recorded;
import org.openengagement.ledger.store.Unit;
import org.openengagement.ledger.store.UnitTooLargeException;
import org.openengagement.ledger.store.waiting.MonotonicTime;
import org.openengagement.ledger.store.waiting.Reply;

/** A unit between the caller, who waits, and the appender, who says what became of it. */
final class WaitingUnit {

    private static final int LONGEST_STREAM_NAME = 200;

    private final Unit unit;
    private final List<String> claims;
    private final long weight;
    private final MonotonicTime time;
    private final long turnEnds;
    private final Reply<Recorded> reply = new Reply<>();

    /**
     * Checks the unit and weighs it.
     *
     * @param now an instant to weigh the entries with; the one that they are recorded with has as many characters
     */
    WaitingUnit(Unit unit, Instant now, Duration patience, MonotonicTime time) {
        this.unit = unit;
        this.claims = claimsOf(unit);
        this.weight = weigh(unit, claims, now);
        this.time = time;
        this.turnEnds = time.nanos() + patience.toNanos();
    }

    Unit unit() {
        return unit;
    }

    /** All that it takes in the ledger, in the order that {@link Commit} asks for. Never empty. */
    List<String> claims() {
        return claims;
    }

    /** Bytes of its entries and claims. */
    long weight() {
        return weight;
    }

    int count() {
        return unit.entries().size();
    }

    boolean hasWaitedTooLong() {
        return time.nanos() - turnEnds > 0;
    }

    void succeed(Recorded recorded) {
        reply.succeed(recorded);
    }

    void fail(RuntimeException reason) {
        reply.fail(reason);
    }

    /** See {@link Reply#await}: the events may be durable already. */
    Recorded await() {
        return reply.await();
    }

    private static List<String> claimsOf(Unit unit) {
        if (unit.entries().isEmpty()) {
            throw new IllegalArgumentException("A unit has at least one entry.");
        }
        Set<String> places = new LinkedHashSet<>();
        for (PendingEntry entry : unit.entries()) {
            if (!places.add(place(entry))) {
                throw new IllegalArgumentException("Two entries of a unit stand at %s.".formatted(place(entry)));
            }
        }
        Set<String> own = new LinkedHashSet<>(unit.claims());
        if (unit.request() != null) {
            own.add(unit.request().claim());
        }
        own.removeAll(places);
        List<String> claims = new ArrayList<>(places);
        claims.addAll(1, own);
        return List.copyOf(claims);
    }

    private static String place(PendingEntry entry) {
        String stream = entry.stream();
        if (stream.isBlank() || stream.length() > LONGEST_STREAM_NAME || stream.indexOf('#') >= 0) {
            throw new IllegalArgumentException("A stream has a name of 1 to %d characters without #, not \"%s\"."
                    .formatted(LONGEST_STREAM_NAME, stream));
        }
        if (entry.sequence() < 0) {
            throw new IllegalArgumentException(
                    "A place in a stream is 0 or more, not %d in %s.".formatted(entry.sequence(), stream));
        }
        return StreamPlace.claim(stream, entry.sequence());
    }

    private static long weigh(Unit unit, List<String> claims, Instant now) {
        if (unit.entries().size() > AppendLimits.UNIT_ENTRIES) {
            throw new UnitTooLargeException("One command may record %,d entries, not %,d."
                    .formatted(AppendLimits.UNIT_ENTRIES, unit.entries().size()));
        }
        long weight = 0;
        for (String claim : claims) {
            weight += claim.getBytes(UTF_8).length;
        }
        for (PendingEntry entry : unit.entries()) {
            EntryBytes bytes = entry.recordedAt().apply(now);
            if (bytes.length() > EntryBytes.LONGEST) {
                throw new UnitTooLargeException("An entry has at most %,d bytes; a %s in %s has %,d."
                        .formatted(EntryBytes.LONGEST, entry.type(), entry.stream(), bytes.length()));
            }
            weight += bytes.length();
        }
        if (weight > AppendLimits.UNIT_BYTES) {
            throw new UnitTooLargeException(
                    "One command may record %,d bytes, not %,d.".formatted(AppendLimits.UNIT_BYTES, weight));
        }
        return weight;
    }
}
