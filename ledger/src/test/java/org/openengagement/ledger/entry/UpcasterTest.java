package org.openengagement.ledger.entry;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.openengagement.ledger.events.Audience;
import org.openengagement.ledger.events.EventName;
import org.openengagement.ledger.events.LedgerEvent;
import org.openengagement.ledger.events.Sealed;
import org.openengagement.transparency.Hash;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A made-up event in its third revision, and an entry that was stored in the first. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class UpcasterTest {

    @EventName(value = "MeetingHeld", revision = 3)
    record MeetingHeld(String place, @Nullable Sealed<String> minutes, long people) implements LedgerEvent {}

    /** Revision 1 called the minutes {@code notes.text}, in an object of their own. */
    private static final Upcaster FROM_1 = upcaster(1, data -> {
        ObjectNode notes = (ObjectNode) data.remove("notes");
        JsonNode text = notes.get("text");
        return data.set("minutes", text);
    });

    /** Revision 2 did not count people. */
    private static final Upcaster FROM_2 = upcaster(2, data -> data.put("people", 0));

    private static final EventTypes TYPES = new EventTypes(List.of(MeetingHeld.class));

    private static final String SALT = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8";

    private final EntryReader reader = new EntryReader(TYPES, List.of(FROM_2, FROM_1));

    @Test
    void an_entry_of_the_first_revision_comes_up_to_the_newest_with_its_seal_opened_under_the_stored_path()
            throws IOException {
        EntryBytes stored = golden();
        Disclosure disclosure = new Disclosure(
                OneOfEach.ID, Map.of("notes.text", new SealedField(SALT, "We met and agreed.", Audience.PARTIES)));

        RecordedEvent read = reader.opened(9, 9, stored, Hash.ofLeaf(stored.toByteArray()), disclosure);

        assertThat(read.event())
                .isEqualTo(new MeetingHeld("Skopje", Sealed.of("We met and agreed.", Audience.PARTIES), 0));
        assertThat(read.revision()).isEqualTo(1);
        assertThat(EntryData.shown(read, (path, audience) -> true))
                .as("the data as stored, not as it would be stored today")
                .isEqualTo(Map.of("place", "Skopje", "notes", Map.of("text", "We met and agreed.")));
    }

    @Test
    void an_old_entry_can_be_read_without_opening_it() throws IOException {
        EntryBytes stored = golden();

        MeetingHeld read = (MeetingHeld)
                reader.withheld(9, 9, stored, Hash.ofLeaf(stored.toByteArray())).event();

        assertThat(read.minutes()).isInstanceOf(Sealed.Withheld.class);
    }

    @Test
    void the_newest_revision_is_written_and_not_upcast() {
        MeetingHeld event = new MeetingHeld("Bitola", null, 12);
        PreparedEntry prepared = new EntryWriter(TYPES, OneOfEach.knownSalts()).prepare(OneOfEach.ENVELOPE, event);
        EntryBytes entry = prepared.recordedAt(OneOfEach.RECORDED_AT);

        RecordedEvent read = reader.withheld(9, 9, entry, Hash.ofLeaf(entry.toByteArray()));

        assertThat(read.revision()).isEqualTo(3);
        assertThat(read.event()).isEqualTo(event);
    }

    @Test
    void a_chain_with_a_gap_or_a_fork_or_a_loose_end_is_refused_at_the_start() {
        assertThatThrownBy(() -> new EntryReader(TYPES, List.of(FROM_1)))
                .hasMessageContaining("MeetingHeld revision 2 has no upcaster");
        assertThatThrownBy(() -> new EntryReader(TYPES, List.of(FROM_1, FROM_2, FROM_2)))
                .hasMessageContaining("two upcasters");
        assertThatThrownBy(() -> new EntryReader(TYPES, List.of(FROM_1, FROM_2, upcaster(3, data -> data))))
                .hasMessageContaining("no revision after 3");
    }

    private static EntryBytes golden() throws IOException {
        try (InputStream file = UpcasterTest.class.getResourceAsStream("/golden/madeup/MeetingHeld.1.json")) {
            return EntryBytes.of(requireNonNull(file).readAllBytes());
        }
    }

    private interface Change {
        ObjectNode of(ObjectNode data);
    }

    private static Upcaster upcaster(int revision, Change change) {
        return new Upcaster() {
            @Override
            public String type() {
                return "MeetingHeld";
            }

            @Override
            public int revision() {
                return revision;
            }

            @Override
            public ObjectNode upcast(ObjectNode data) {
                return change.of(data);
            }
        };
    }
}
