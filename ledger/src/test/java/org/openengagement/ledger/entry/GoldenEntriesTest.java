package org.openengagement.ledger.entry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
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

    private final EntryReader reader = EntryReader.ofTheLedger();

    static Stream<String> types() {
        return EventTypes.ofTheLedger().all().stream().map(EventType::name).sorted();
    }

    @Test
    void every_type_of_event_has_an_example_and_a_golden_file() {
        assertThat(types().toList()).allSatisfy(name -> {
            assertThat(OneOfEach.events())
                    .as("%s has no golden entry: add one %s to OneOfEach, with every member set", name, name)
                    .containsKey(name);
            assertThat(GoldenEntriesTest.class.getResource(fileName(name)))
                    .as("%s has no golden file: add %s to the resources, with\n%s", name, fileName(name), written(name))
                    .isNotNull();
        });
    }

    /** So that a name once stored is neither given up nor changed without notice. */
    @Test
    void every_golden_file_is_of_an_event_that_the_ledger_reads() throws IOException, URISyntaxException {
        URI golden =
                requireNonNull(GoldenEntriesTest.class.getResource("/golden")).toURI();
        try (Stream<Path> files = Files.list(Path.of(golden))) {
            assertThat(files.filter(Files::isRegularFile)
                            .map(file -> file.getFileName().toString()))
                    .allSatisfy(file -> assertThat(types())
                            .as("golden/%s is of no event: what was stored under a name stays readable", file)
                            .contains(file.substring(0, file.indexOf('.'))));
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    void what_is_written_today_is_the_golden_file(String type) throws IOException {
        assertThat(written(type)).isEqualTo(file(type));
    }

    @ParameterizedTest
    @MethodSource("types")
    void the_golden_file_reads_back_as_the_event_it_was(String type) throws IOException {
        Disclosure disclosure =
                writer().prepare(OneOfEach.ENVELOPE, golden(type)).disclosure().orElse(null);
        EntryBytes entry = EntryBytes.of(file(type).getBytes(UTF_8));

        RecordedEvent recorded = reader.opened(17, 18, entry, Hash.ofLeaf(entry.toByteArray()), disclosure);

        assertThat(recorded.event()).isEqualTo(golden(type));
        assertThat(recorded.envelope()).isEqualTo(OneOfEach.ENVELOPE);
        assertThat(recorded.recordedAt()).isEqualTo(OneOfEach.RECORDED_AT);
        assertThat(recorded.type()).isEqualTo(type);
        assertThat(recorded.revision()).isEqualTo(revision(type));
        assertThat(recorded.position()).isEqualTo(17);
        assertThat(recorded.lastOfUnit()).isEqualTo(18);
        assertThat(recorded.endsItsUnit()).isFalse();
    }

    private String written(String type) {
        return writer().prepare(OneOfEach.ENVELOPE, golden(type))
                .recordedAt(OneOfEach.RECORDED_AT)
                .toString();
    }

    /** One for each entry: its salts begin anew, so that an entry is the same alone and after others. */
    private static EntryWriter writer() {
        return new EntryWriter(EventTypes.ofTheLedger(), OneOfEach.knownSalts());
    }

    private static LedgerEvent golden(String type) {
        return requireNonNull(OneOfEach.events().get(type), type);
    }

    private static String file(String type) throws IOException {
        try (InputStream file = GoldenEntriesTest.class.getResourceAsStream(fileName(type))) {
            return new String(requireNonNull(file, type).readAllBytes(), UTF_8);
        }
    }

    private static String fileName(String type) {
        return "/golden/%s.%d.json".formatted(type, revision(type));
    }

    private static int revision(String type) {
        return EventTypes.ofTheLedger().named(type).orElseThrow().revision();
    }
}
