package org.openengagement.ledger.entry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openengagement.ledger.events.LedgerEvent;
import org.openengagement.transparency.Hash;

/** The files in {@code golden/} are what the ledger stored once. No refactoring may change a byte of what is written, or lose what was read. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class GoldenEntriesTest {

    private final EntryWriter writer = new EntryWriter(EventTypes.ofTheLedger(), OneOfEach.knownSalts());
    private final EntryReader reader = EntryReader.ofTheLedger();

    static Stream<String> types() {
        return EventTypes.ofTheLedger().all().stream().map(EventType::name).sorted();
    }

    @Test
    void every_type_of_event_has_a_golden_file() {
        assertThat(OneOfEach.events().keySet()).containsExactlyInAnyOrderElementsOf(types().toList());
    }

    @ParameterizedTest
    @MethodSource("types")
    void what_is_written_today_is_the_golden_file(String type) throws IOException {
        PreparedEntry prepared = writer.prepare(OneOfEach.ENVELOPE, golden(type));

        assertThat(prepared.recordedAt(OneOfEach.RECORDED_AT).toString()).isEqualTo(file(type));
    }

    @ParameterizedTest
    @MethodSource("types")
    void the_golden_file_reads_back_as_the_event_it_was(String type) throws IOException {
        Disclosure disclosure =
                writer.prepare(OneOfEach.ENVELOPE, golden(type)).disclosure().orElse(null);
        EntryBytes entry = EntryBytes.of(file(type).getBytes(UTF_8));

        RecordedEvent recorded = reader.opened(17, entry, Hash.ofLeaf(entry.toByteArray()), disclosure);

        assertThat(recorded.event()).isEqualTo(golden(type));
        assertThat(recorded.envelope()).isEqualTo(OneOfEach.ENVELOPE);
        assertThat(recorded.recordedAt()).isEqualTo(OneOfEach.RECORDED_AT);
        assertThat(recorded.type()).isEqualTo(type);
        assertThat(recorded.revision()).isEqualTo(1);
        assertThat(recorded.position()).isEqualTo(17);
    }

    private static LedgerEvent golden(String type) {
        return requireNonNull(OneOfEach.events().get(type), type);
    }

    private static String file(String type) throws IOException {
        try (InputStream file = GoldenEntriesTest.class.getResourceAsStream("/golden/%s.1.json".formatted(type))) {
            assertThat(file).as("golden/%s.1.json", type).isNotNull();
            return new String(requireNonNull(file).readAllBytes(), UTF_8);
        }
    }
}
