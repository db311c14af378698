package org.openengagement.ledger.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openengagement.ledger.entry.canonical.CanonicalJson;
import org.openengagement.ledger.events.LedgerEvent;
import org.openengagement.transparency.Hash;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RoundTripTest {

    private static final int ROUNDS = 200;

    private final EntryReader reader = EntryReader.ofTheLedger();

    static Stream<EventType> types() {
        return EventTypes.ofTheLedger().all().stream();
    }

    @ParameterizedTest
    @MethodSource("types")
    void every_event_reads_back_as_it_was_written(EventType type) {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        RandomEvents events = new RandomEvents(random);
        EntryWriter writer = new EntryWriter(EventTypes.ofTheLedger(), random);
        for (int round = 0; round < ROUNDS; round++) {
            Envelope envelope = events.envelope();
            LedgerEvent event = events.event(type);
            Instant recordedAt = Instant.ofEpochMilli(random.nextLong(4_000_000_000_000L));
            PreparedEntry prepared = writer.prepare(envelope, event);
            EntryBytes entry = prepared.recordedAt(recordedAt);

            RecordedEvent read = reader.opened(
                    round,
                    round,
                    entry,
                    Hash.ofLeaf(entry.toByteArray()),
                    prepared.disclosure().orElse(null));

            String described = "seed %d, round %d: %s".formatted(seed, round, entry);
            assertThat(read.envelope()).as(described).isEqualTo(envelope);
            assertThat(read.recordedAt()).as(described).isEqualTo(recordedAt);
            assertThat(read.event()).as(described).isEqualTo(event);
            assertThat(EntryReader.seals(entry))
                    .as(described)
                    .isEqualTo(prepared.disclosure().isPresent());
            assertThat(CanonicalJson.canonicalised(entry.toByteArray()))
                    .as(described)
                    .isEqualTo(entry.toByteArray());
        }
    }
}
