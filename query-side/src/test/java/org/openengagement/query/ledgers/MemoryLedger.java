package org.openengagement.query.ledgers;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openengagement.ledger.disclosure.OpenedLedger;
import org.openengagement.ledger.entry.EntryBytes;
import org.openengagement.ledger.entry.EntryReader;
import org.openengagement.ledger.entry.EntryWriter;
import org.openengagement.ledger.entry.Envelope;
import org.openengagement.ledger.entry.EventTypes;
import org.openengagement.ledger.entry.PreparedEntry;
import org.openengagement.ledger.entry.RecordedEvent;
import org.openengagement.ledger.events.Actor;
import org.openengagement.ledger.events.LedgerEvent;
import org.openengagement.ledger.events.Streams;
import org.openengagement.ledger.events.recordkeeping.LedgerOpened;
import org.openengagement.ledger.events.register.InstitutionKind;
import org.openengagement.ledger.events.register.InstitutionRegistered;
import org.openengagement.transparency.Hash;

/** A ledger in memory. Its entries are real: written, sealed, read back and opened as everywhere else. */
public final class MemoryLedger implements OpenedLedger {

    public static final Instant FIRST = Instant.parse("2026-01-01T08:00:00Z");

    private final EntryWriter writer;
    private final EntryReader reader = EntryReader.ofTheLedger();
    private final Random random;
    private final List<RecordedEvent> events = new ArrayList<>();
    private final Map<String, Long> nextSequence = new HashMap<>();
    private int streamsRead;
    private boolean inUnit;
    private @Nullable Instant instant;

    public MemoryLedger(long seed) {
        this.random = new Random(seed);
        this.writer = new EntryWriter(EventTypes.ofTheLedger(), random);
    }

    /** A ledger in Skopje that knows three institutions. */
    public static MemoryLedger opened() {
        return opened(1);
    }

    public static MemoryLedger opened(long seed) {
        MemoryLedger ledger = new MemoryLedger(seed);
        ledger.record(
                Streams.LEDGER,
                "2026-01-01",
                new LedgerOpened(
                        "localhost/test-ledger",
                        "Europe/Skopje",
                        List.of("mk", "en"),
                        "oel-entry/v1",
                        "localhost/test-ledger+00000000+AA"));
        ledger.institution("skopje", Map.of("en", "City of Skopje", "mk", "Град Скопје"), InstitutionKind.MUNICIPALITY);
        ledger.institution("bitola", Map.of("en", "City of Bitola"), InstitutionKind.MUNICIPALITY);
        ledger.institution("health", Map.of("en", "Ministry of Health"), InstitutionKind.MINISTRY);
        return ledger;
    }

    private void institution(String slug, Map<String, String> names, InstitutionKind kind) {
        record(
                Streams.institution(slug),
                "2026-01-01",
                new InstitutionRegistered(slug, names, kind, null, List.of(), List.of()));
    }

    public RecordedEvent record(String stream, String on, LedgerEvent event) {
        return record(stream, on, event, Actor.SYSTEM);
    }

    public synchronized RecordedEvent record(String stream, String on, LedgerEvent event, Actor actor) {
        long position = events.size();
        long sequence = nextSequence.merge(stream, 1L, Long::sum) - 1;
        Envelope envelope = new Envelope(
                stream, sequence, new UUID(random.nextLong(), random.nextLong()), LocalDate.parse(on), actor, null);
        PreparedEntry prepared = writer.prepare(envelope, event);
        EntryBytes bytes = prepared.recordedAt(instant == null ? FIRST.plusSeconds(position * 3_600) : instant);
        RecordedEvent recorded = reader.opened(
                position,
                position,
                bytes,
                Hash.ofLeaf(bytes.toByteArray()),
                prepared.disclosure().orElse(null));
        events.add(recorded);
        notifyAll();
        return recorded;
    }

    /** What is recorded meanwhile is recorded by one command, and at one instant. */
    public synchronized void atOnce(Runnable recording) {
        instant = FIRST.plusSeconds(events.size() * 3_600L);
        asOneUnit(recording);
        instant = null;
    }

    /**
     * What is recorded meanwhile is recorded by one command. Its events keep instants of their own here, so that tests can ask
     * for any of them.
     */
    public synchronized void asOneUnit(Runnable recording) {
        if (inUnit) {
            recording.run();
            return;
        }
        int first = events.size();
        inUnit = true;
        recording.run();
        inUnit = false;
        long last = events.size() - 1L;
        events.subList(first, events.size()).replaceAll(event -> endingAt(last, event));
    }

    private static RecordedEvent endingAt(long lastOfUnit, RecordedEvent event) {
        return new RecordedEvent(
                event.position(),
                lastOfUnit,
                event.envelope(),
                event.recordedAt(),
                event.type(),
                event.revision(),
                event.event(),
                event.entry(),
                event.leafHash(),
                event.opened());
    }

    /** Waits until the ledger holds a position, or a moment has gone by. */
    synchronized boolean holds(long position, long milliseconds) throws InterruptedException {
        long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(milliseconds);
        long left = milliseconds;
        while (events.size() <= position && left > 0) {
            wait(left);
            left = TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime());
        }
        return events.size() > position;
    }

    public synchronized List<RecordedEvent> all() {
        return List.copyOf(events);
    }

    /** How many streams were read so far. */
    public synchronized int streamsRead() {
        return streamsRead;
    }

    @Override
    public synchronized long size() {
        return events.size();
    }

    @Override
    public synchronized List<RecordedEvent> read(long from, int atMost) {
        int first = (int) Math.min(from, events.size());
        return List.copyOf(events.subList(first, Math.min(events.size(), first + atMost)));
    }

    @Override
    public synchronized List<RecordedEvent> readStream(String stream) {
        streamsRead++;
        return events.stream()
                .filter(event -> event.envelope().stream().equals(stream))
                .toList();
    }

    @Override
    public synchronized long firstPositionAt(Instant instant) {
        return events.stream()
                .filter(event -> !event.recordedAt().isBefore(instant))
                .mapToLong(RecordedEvent::position)
                .findFirst()
                .orElse(events.size());
    }
}
