package org.openengagement.deployment.faults;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bson.BsonDateTime;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.codecs.DocumentCodec;
import org.bson.types.Binary;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.openengagement.deployment.faults.Mutation.Kind;

/** What the fault suite looks for, it finds. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LedgerOnDiskTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00.000Z");
    private static final Acknowledged SUBMITTED = acknowledged(Kind.SUBMIT, 1, "7H2K9QX4TM");
    private static final Acknowledged PUBLISHED = acknowledged(Kind.PUBLISH, 2, "7H2K9QX4TM");

    @Test
    void in_a_sound_ledger_it_finds_nothing() {
        LedgerOnDisk ledger = ledger(opened(), submitted(), published());

        assertThat(ledger.size()).isEqualTo(3);
        assertThat(ledger.gaps()).isEmpty();
        assertThat(ledger.doubles()).isEmpty();
        assertThat(ledger.fallingInstants()).isEmpty();
        assertThat(ledger.damages()).isEmpty();
        assertThat(ledger.contradictions(List.of(SUBMITTED, PUBLISHED))).isEmpty();
        assertThat(ledger.requests()).isEqualTo(2);
    }

    @Test
    void it_finds_a_commit_that_is_missing() {
        assertThat(ledger(opened(), published()).gaps()).hasSize(2);
    }

    @Test
    void it_finds_a_commit_that_does_not_part_its_events_as_they_were_recorded() {
        Document without = published();
        without.remove("units");

        LedgerOnDisk parted = ledger(opened(), submitted(), published().append("units", List.of(2)));

        assertThat(ledger(opened(), submitted(), without).gaps()).hasSize(1);
        assertThat(parted.gaps()).hasSize(1);
        assertThat(parted.damages()).hasSize(1);
    }

    @Test
    void it_finds_an_acknowledged_command_that_was_lost() {
        assertThat(ledger(opened(), submitted()).contradictions(List.of(SUBMITTED, PUBLISHED)))
                .hasSize(1);
    }

    @Test
    void it_finds_an_acknowledged_command_that_was_moved() {
        assertThat(ledger(opened(), submitted(), published())
                        .contradictions(List.of(SUBMITTED, acknowledged(Kind.PUBLISH, 1, "7H2K9QX4TM"))))
                .hasSize(1);
    }

    @Test
    void it_finds_another_command_in_the_place_of_an_acknowledged_one() {
        assertThat(ledger(opened(), submitted(), published())
                        .contradictions(List.of(acknowledged(Kind.REJECT, 2, "7H2K9QX4TM"))))
                .hasSize(1);
    }

    @Test
    void it_finds_an_event_that_stands_twice() {
        Document again = published();
        again.put("_id", 3L);

        assertThat(ledger(opened(), submitted(), published(), again).doubles()).isNotEmpty();
    }

    @Test
    void it_finds_a_falling_instant() {
        LedgerOnDisk ledger = ledger(opened(), commit(1, NOON.minusMillis(1), submission(), "proposal/a#0"));

        assertThat(ledger.fallingInstants()).hasSize(1);
    }

    @Test
    void it_finds_an_entry_whose_bytes_were_changed() {
        Document changed = published();
        Document event = changed.getList("events", Document.class).getFirst();
        event.put(
                "entry",
                new Binary(new String(event.get("entry", Binary.class).getData(), UTF_8)
                        .replace("{}", "{ }")
                        .getBytes(UTF_8)));

        assertThat(ledger(opened(), submitted(), changed).damages()).hasSize(1);
    }

    @Test
    void it_tells_one_ledger_from_another() {
        Document other = published();
        other.put("batch", "another");

        assertThat(ledger(opened(), submitted(), published()).digest())
                .isNotEqualTo(ledger(opened(), submitted(), other).digest());
    }

    @Test
    void it_finds_a_text_that_is_gone_changed_or_not_what_was_sent() {
        String salt = "c2FsdCBvZiB0aGlydHktdHdvIGJ5dGVzLCBleGFjdGx5";
        String event = eventId("proposal/a", 0);
        String sealed = TextsOnDisk.digest(salt, event, "text", "A bench, please.");
        LedgerOnDisk ledger = ledger(
                opened(),
                asked(commit(
                        1,
                        NOON,
                        event(
                                "proposal/a",
                                0,
                                "ProposalSubmitted",
                                "{\"reference\":\"7H2K9QX4TM\",\"sealed\":{\"text\":\"%s\"}}".formatted(sealed),
                                NOON),
                        "proposal/a#0")));
        List<Acknowledged> asked = List.of(new Acknowledged(
                Mutation.of(Kind.SUBMIT, "key", Map.of("text", "A bench, please."), null),
                new Answer(1, "7H2K9QX4TM"),
                0));

        TextsOnDisk kept = texts(event, salt, "A bench, please.");
        assertThat(kept.closed(ledger)).isEmpty();
        assertThat(kept.contradictions(ledger, asked)).isEmpty();
        for (TextsOnDisk wrong : List.of(TextsOnDisk.of(List.of()), texts(event, salt, "A bench."))) {
            assertThat(wrong.closed(ledger)).hasSize(1);
            assertThat(wrong.contradictions(ledger, asked)).hasSize(1);
        }
    }

    private static TextsOnDisk texts(String event, String salt, String value) {
        return TextsOnDisk.of(List.of(new Document("_id", event)
                .append(
                        "fields",
                        List.of(new Document("path", "text")
                                .append("salt", salt)
                                .append("value", value)))));
    }

    private static String eventId(String stream, long sequence) {
        return UUID.nameUUIDFromBytes((stream + sequence).getBytes(UTF_8)).toString();
    }

    private static Document opened() {
        return commit(0, NOON, event("ledger", 0, "LedgerOpened", "{}", NOON), "ledger#0");
    }

    private static Document submitted() {
        return asked(commit(1, NOON, submission(), "proposal/a#0"));
    }

    private static Document submission() {
        return event("proposal/a", 0, "ProposalSubmitted", "{\"reference\":\"7H2K9QX4TM\"}", NOON);
    }

    private static Document published() {
        return asked(commit(2, NOON, event("proposal/a", 1, "ProposalPublished", "{}", NOON), "proposal/a#1"));
    }

    private static Document asked(Document commit) {
        return commit.append("requests", List.of(new Document("first", commit.get("_id")).append("count", 1)));
    }

    private static Document commit(long first, Instant recordedAt, Document event, String claim) {
        return new Document("_id", first)
                .append("count", 1)
                .append("recordedAt", new BsonDateTime(recordedAt.toEpochMilli()))
                .append("claims", List.of(claim))
                .append("units", List.of(1))
                .append("events", new ArrayList<>(List.of(event)));
    }

    private static Document event(String stream, long sequence, String type, String data, Instant recordedAt) {
        String id = eventId(stream, sequence);
        byte[] bytes =
                "{\"data\":%s,\"id\":\"%s\",\"recordedAt\":\"%s\",\"sequence\":%d,\"stream\":\"%s\",\"type\":\"%s\"}"
                        .formatted(data, id, recordedAt, sequence, stream, type)
                        .getBytes(UTF_8);
        return new Document("stream", stream)
                .append("type", type)
                .append("entry", new Binary(bytes))
                .append("leafHash", new Binary(LedgerOnDisk.leafHash(bytes)));
    }

    private static Acknowledged acknowledged(Kind kind, long position, String subject) {
        return new Acknowledged(Mutation.of(kind, "key " + kind, Map.of(), null), new Answer(position, subject), 0);
    }

    private static LedgerOnDisk ledger(Document... commits) {
        return LedgerOnDisk.of(Arrays.stream(commits)
                .map(commit -> new RawBsonDocument(commit, new DocumentCodec()))
                .toList());
    }
}
