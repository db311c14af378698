package org.openengagement.ledger.entry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.MAP;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openengagement.ledger.events.Audience;
import org.openengagement.ledger.events.Sealed;
import org.openengagement.ledger.events.intake.ProposalSubmitted;
import org.openengagement.transparency.Hash;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class EntryReaderTest {

    private final EntryReader reader = EntryReader.ofTheLedger();
    private final PreparedEntry prepared = new EntryWriter(EventTypes.ofTheLedger(), OneOfEach.knownSalts())
            .prepare(OneOfEach.ENVELOPE, requireNonNull(OneOfEach.events().get("ProposalSubmitted")));
    private final Disclosure disclosure = prepared.disclosure().orElseThrow();
    private final EntryBytes entry = prepared.recordedAt(OneOfEach.RECORDED_AT);
    private final Hash leafHash = Hash.ofLeaf(entry.toByteArray());

    @Test
    void a_reading_that_opens_nothing_withholds_every_sealed_field() {
        ProposalSubmitted read =
                (ProposalSubmitted) reader.withheld(5, 5, entry, leafHash).event();

        assertThat(read.title()).isInstanceOf(Sealed.Withheld.class);
        assertThat(requireNonNull(read.source()).caseId()).isInstanceOf(Sealed.Withheld.class);
        assertThat(requireNonNull(read.location()).address()).isInstanceOf(Sealed.Withheld.class);
        assertThat(read.reference()).isEqualTo("7H2K9QX4TM");
    }

    @Test
    void what_was_erased_stays_erased_and_the_rest_opens() {
        Map<String, SealedField> left = new HashMap<>(disclosure.fields());
        left.remove("title");

        ProposalSubmitted read = submitted(new Disclosure(OneOfEach.ID, left));

        assertThat(read.title()).isInstanceOf(Sealed.Erased.class);
        assertThat(read.text()).isInstanceOf(Sealed.Present.class);
    }

    @Test
    void where_the_disclosure_is_gone_every_sealed_field_is_erased() {
        ProposalSubmitted read = submitted(null);

        assertThat(read.title())
                .asInstanceOf(type(Sealed.Erased.class))
                .satisfies(
                        erased -> assertThat(erased.digest()).isEqualTo("tM082-qzee3v_fhCT2O94h9wvJaHxH99f-ilUNY7c-w"));
    }

    @Test
    void a_disclosure_that_opens_something_else_than_was_sealed_is_an_integrity_error() {
        SealedField title = requireNonNull(disclosure.fields().get("title"));
        assertThatTampered("title", new SealedField(title.salt(), title.value() + ".", title.audience()));
        assertThatTampered(
                "title",
                new SealedField(
                        requireNonNull(disclosure.fields().get("text")).salt(), title.value(), title.audience()));
        assertThatTampered("title", new SealedField("short", title.value(), title.audience()));
        assertThatTampered("never.sealed", title);
    }

    @Test
    void the_disclosure_of_another_event_is_an_integrity_error() {
        assertThatThrownBy(() -> submitted(new Disclosure(new UUID(1, 2), disclosure.fields())))
                .isInstanceOf(EntryUnreadableException.class)
                .hasMessageContaining("00000000-0000-0001");
    }

    private void assertThatTampered(String path, SealedField field) {
        Map<String, SealedField> fields = new HashMap<>(disclosure.fields());
        fields.put(path, field);
        assertThatThrownBy(() -> submitted(new Disclosure(OneOfEach.ID, fields)))
                .isInstanceOf(EntryUnreadableException.class)
                .hasMessageStartingWith("Entry 5 of stream proposal/01J cannot be read");
    }

    private ProposalSubmitted submitted(@Nullable Disclosure opening) {
        return (ProposalSubmitted) reader.opened(5, 5, entry, leafHash, opening).event();
    }

    @Test
    void an_entry_that_is_not_the_one_of_the_leaf_hash_is_refused() {
        assertThatThrownBy(() -> reader.withheld(5, 5, entry, Hash.ofEmptyTree()))
                .isInstanceOf(EntryUnreadableException.class)
                .hasMessageContaining("leaf hash");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"type\":\"ProposalSubmitted\"|\"type\":\"ProposalDreamt\"|knows no event ProposalDreamt",
                "\"revision\":1|\"revision\":2|revisions 1 to 1, not 2",
                "\"revision\":1|\"revision\":0|revisions 1 to 1, not 0",
                "\"revision\":1|\"revision\":4294967297|overflow",
                "\"revision\":1|\"revision\":\"1\"|revision is no integer",
                "\"sequence\":3|\"sequence\":-3|no place in a stream",
                "\"sequence\":3|\"sequence\":9007199254740992|2^53",
                "\"sequence\":3|\"sequence\":3.5|2^53",
                "\"sequence\":3|\"sequence\":3.0|2^53",
                "\"sequence\":3|\"sequence\":null|NULL",
                "\"stream\":\"proposal/01J\",|``|no stream",
                "\"effectiveOn\":\"2026-02-27\",|``|no effectiveOn",
                "\"2026-02-27\"|\"2026-02-30\"|FEBRUARY 30",
                "\"2026-02-27\"|\"27.2.2026\"|27.2.2026",
                "\"2026-02-27\"|\"+12026-02-27\"|outside the years",
                "09:15:02.110Z|09:15:02.11Z|characters",
                "09:15:02.110Z|09:15:62.110Z|SecondOfMinute",
                "09:15:02.110Z|09:15:02.110z|could not be parsed",
                "\"id\":\"0f8fad5b-d9cb-469f-a165-70867728950e\"|\"id\":\"f8fad5b-d9cb-469f-a165-70867728950e\"|UUID",
                "\"id\":\"0f8fad5b-d9cb-469f-a165-70867728950e\"|\"id\":\"0F8FAD5B-d9cb-469f-a165-70867728950e\"|UUID",
                "\"id\":\"0f8fad5b-d9cb-469f-a165-70867728950e\"|\"id\":\"nobody\"|UUID",
                "\"role\":\"OFFICER\"|\"role\":\"KING\"|KING",
                "\"role\":\"OFFICER\"|\"role\":3|role",
                "\"role\":\"OFFICER\"|\"name\":\"Ana\",\"role\":\"OFFICER\"|name",
                "\"data\":{|\"data\":[],\"date\":{|no member date",
                "\"causedBy\":\"7c9e|\"causedBy\":\"zc9e|no UUID",
                "\"type\":\"ProposalSubmitted\"}|\"type\":\"ProposalSubmitted\",\"zone\":\"here\"}|no member zone",
                "\"confidential\":false|\"confidential\":0|confidential",
                "\"confidential\":false|\"confidential\":\"false\"|confidential",
                "\"confidential\":false,|``|confidential",
                "\"kind\":\"REPORT\"|\"kind\":\"RUMOUR\"|RUMOUR",
                "\"kind\":\"REPORT\"|\"kind\":4|kind",
                "\"language\":\"mk\"|\"language\":1|language",
                "\"language\":\"mk\"|\"language\":[]|language",
                "\"topics\":[\"roads\"]|\"topics\":\"roads\"|topics",
                "\"topics\":[\"roads\"]|\"title\":\"open\",\"topics\":[\"roads\"]|title",
                "\"topics\":[\"roads\"]|\"topics\":[\"roads\"],\"unheard\":\"of\"|unheard",
                "\"title\":\"tM082|\"title\":\"!M082|digest",
                "f-ilUNY7c-w\"|f-ilUNY7c-x\"|digest",
                "\"location.address\":\"|\"location.address.street\":\"|location",
                "\"location.address\":\"|\"location.\":\"|location.",
                "{\"actor\"|{ \"actor\"|canonical",
                "{\"actor\"|[{\"actor\"|strict JSON",
            })
    void what_the_writer_cannot_have_written_is_refused_with_position_and_reason(
            String written, @Nullable String tampered, String reason) {
        String text = entry.toString();
        assertThat(text).contains(written);
        String changed = text.replace(written, tampered == null ? "" : tampered);

        assertThatThrownBy(() -> read(changed.getBytes(UTF_8)))
                .isInstanceOf(EntryUnreadableException.class)
                .hasMessageStartingWith("Entry 5")
                .hasMessageContaining(reason);
    }

    @Test
    void every_truncation_is_refused() {
        byte[] whole = entry.toByteArray();
        for (int length = 0; length < whole.length; length++) {
            byte[] truncated = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> read(truncated))
                    .as("%d bytes", length)
                    .isInstanceOf(EntryUnreadableException.class);
        }
    }

    @Test
    void random_damage_is_refused_or_reads_as_another_valid_entry_and_never_surprises() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int round = 0; round < 5_000; round++) {
            byte[] damaged = entry.toByteArray();
            damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            try {
                assertThat(read(damaged).position())
                        .as("seed %d, round %d", seed, round)
                        .isEqualTo(5);
            } catch (EntryUnreadableException refused) {
                assertThat(refused.position())
                        .as("seed %d, round %d", seed, round)
                        .isEqualTo(5);
            }
        }
    }

    @Test
    void an_entry_that_is_too_long_is_refused() {
        assertThatThrownBy(() -> read(("\"" + "x".repeat(EntryBytes.LONGEST) + "\"").getBytes(UTF_8)))
                .isInstanceOf(EntryUnreadableException.class)
                .hasMessageContaining("65,535");
    }

    private RecordedEvent read(byte[] bytes) {
        return reader.withheld(5, 5, EntryBytes.of(bytes), Hash.ofLeaf(bytes));
    }

    @Test
    void of_an_entry_only_those_values_are_shown_that_may_be() {
        RecordedEvent recorded = reader.opened(5, 5, entry, leafHash, disclosure);

        Map<String, Object> shown = EntryData.shown(
                recorded,
                (path, audience) ->
                        audience == Audience.PUBLIC && (path.equals("title") || path.startsWith("source.")));

        assertThat(shown)
                .containsEntry("title", "Дупка на патот")
                .containsEntry(
                        "source",
                        Map.of(
                                "name", "FixMyStreet",
                                "licence", "CC-BY-4.0",
                                "url", "https://example.org/report/a-hole",
                                "case", "a-hole"))
                .doesNotContainKeys("text", "location");
        assertThat(shown.get("sealed"))
                .asInstanceOf(MAP)
                .containsOnlyKeys("text", "location.address", "location.latitude", "location.longitude");
    }

    @Test
    void where_everything_is_shown_nothing_is_sealed_and_where_nothing_was_opened_nothing_is_shown() {
        assertThat(EntryData.shown(reader.opened(5, 5, entry, leafHash, disclosure), (path, audience) -> true))
                .doesNotContainKey("sealed")
                .containsKeys("title", "text", "location");
        assertThat(EntryData.shown(reader.withheld(5, 5, entry, leafHash), (path, audience) -> true))
                .containsKey("sealed")
                .doesNotContainKeys("title", "text", "location");
    }
}
