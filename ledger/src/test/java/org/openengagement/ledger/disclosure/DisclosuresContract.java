package org.openengagement.ledger.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.openengagement.ledger.entry.Disclosure;
import org.openengagement.ledger.entry.EntryReader;
import org.openengagement.ledger.entry.EntryUnreadableException;
import org.openengagement.ledger.entry.EntryWriter;
import org.openengagement.ledger.entry.Envelope;
import org.openengagement.ledger.entry.EventTypes;
import org.openengagement.ledger.entry.PreparedEntry;
import org.openengagement.ledger.entry.RecordedEvent;
import org.openengagement.ledger.entry.SealedField;
import org.openengagement.ledger.events.Actor;
import org.openengagement.ledger.events.Audience;
import org.openengagement.ledger.events.Sealed;
import org.openengagement.ledger.events.followup.CaseClosed;
import org.openengagement.ledger.events.followup.CloseReason;
import org.openengagement.ledger.store.AtOnce;
import org.openengagement.ledger.store.DatabaseUnderTest;
import org.openengagement.ledger.store.LedgerStore;
import org.openengagement.ledger.store.PendingEntry;
import org.openengagement.ledger.store.Unit;
import org.openengagement.ledger.store.UnitTooLargeException;
import org.openengagement.ledger.store.mongo.MongoLedgerStore;

/** What holds of disclosures, and of a ledger opened with them, over every database. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
abstract class DisclosuresContract implements DatabaseUnderTest {

    private final EntryWriter writer = new EntryWriter(EventTypes.ofTheLedger(), new SecureRandom());
    private MongoClient client;
    private MongoDatabase database;

    @BeforeEach
    void connect() {
        client = MongoClients.create(connectionString());
        database = client.getDatabase("disclosures_" + UUID.randomUUID());
    }

    @AfterEach
    void close() {
        if (client != null) {
            forget(database);
            client.close();
        }
    }

    @Test
    void what_was_kept_is_found_by_its_event() {
        Disclosure first = disclosure("a text");
        Disclosure second = disclosure("another");
        disclosures().keep(List.of(first, second));

        assertThat(disclosures().of(List.of(first.event(), UUID.randomUUID()))).isEqualTo(Map.of(first.event(), first));
        assertThat(disclosures().of(Set.of(first.event(), second.event())))
                .containsOnlyKeys(first.event(), second.event());
        assertThat(disclosures().of(List.of())).isEmpty();
    }

    @Test
    void keeping_the_same_again_is_harmless_and_the_rest_of_it_is_kept() {
        Disclosure first = disclosure("a text");
        Disclosure second = disclosure("another");
        disclosures().keep(List.of());
        disclosures().keep(List.of(first));

        disclosures().keep(List.of(first, second));

        assertThat(disclosures().of(List.of(first.event(), second.event()))).hasSize(2);
    }

    @Test
    void another_disclosure_of_the_same_event_is_refused_and_the_first_one_stands() {
        Disclosure first = disclosure("a text");
        disclosures().keep(List.of(first));

        assertThatThrownBy(() -> disclosures()
                        .keep(List.of(new Disclosure(
                                first.event(), disclosure("another").fields()))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(first.event().toString());
        assertThat(disclosures().of(List.of(first.event()))).containsValue(first);
    }

    @Test
    void many_keep_at_once_and_whoever_keeps_what_cannot_be_is_refused_alone() {
        Disclosures shared = disclosures();
        Disclosure there = disclosure("there");
        shared.keep(List.of(there));
        UUID tooLong = UUID.randomUUID();
        List<String> outcomes = AtOnce.atOnce(24, caller -> {
                    List<Disclosure> own =
                            switch (caller) {
                                case 7 ->
                                    List.of(new Disclosure(
                                            there.event(), disclosure("other").fields()));
                                case 13 -> List.of(text(tooLong, "x".repeat(17 << 20)));
                                default -> List.of(disclosure("text"), disclosure("text"));
                            };
                    try {
                        shared.keep(own);
                        return own.size()
                                        == shared.of(own.stream()
                                                        .map(Disclosure::event)
                                                        .toList())
                                                .size()
                                ? "kept"
                                : "lost";
                    } catch (IllegalStateException | UnitTooLargeException refused) {
                        return refused.getClass().getSimpleName();
                    }
                })
                .toList();

        assertThat(outcomes.get(7)).isEqualTo("IllegalStateException");
        assertThat(outcomes.get(13)).isEqualTo("UnitTooLargeException");
        assertThat(outcomes.stream().filter("kept"::equals)).hasSize(22);
        assertThat(shared.of(List.of(there.event(), tooLong))).isEqualTo(Map.of(there.event(), there));
    }

    @Test
    void thousands_are_found_at_once() {
        List<Disclosure> many =
                Stream.generate(() -> disclosure("text")).limit(2_500).toList();
        disclosures().keep(new ArrayList<>(many));

        assertThat(disclosures().of(many.stream().map(Disclosure::event).toList()))
                .hasSize(2_500);
    }

    @Test
    void a_ledger_is_read_opened_and_what_was_erased_is_erased_in_all_that_follows() {
        try (LedgerStore store = MongoLedgerStore.open(database, InstantSource.system(), UUID::randomUUID)) {
            UUID erased = record(store, 0, "To be erased.");
            record(store, 1, "To stay.");
            OpenedLedger ledger = OpenedLedger.of(store, disclosures(), EntryReader.ofTheLedger());
            assertThat(texts(ledger.read(0, 10))).containsExactly("To be erased.", "To stay.");

            database.getCollection(MongoDisclosures.COLLECTION).deleteOne(Filters.eq("_id", erased.toString()));

            assertThat(texts(ledger.read(0, 10))).containsExactly("(erased)", "To stay.");
            assertThat(texts(ledger.readStream("proposal/1"))).containsExactly("(erased)", "To stay.");
            assertThat(ledger.read(1, 10)).extracting(RecordedEvent::position).containsExactly(1L);
            assertThat(ledger.size()).isEqualTo(2);
            assertThat(ledger.firstPositionAt(Instant.EPOCH)).isZero();
        }
    }

    @Test
    void a_value_that_was_changed_beside_the_ledger_is_not_read_as_if_it_were_true() {
        try (LedgerStore store = MongoLedgerStore.open(database, InstantSource.system(), UUID::randomUUID)) {
            UUID changed = record(store, 0, "The road will be mended.");
            database.getCollection(MongoDisclosures.COLLECTION)
                    .updateOne(
                            Filters.eq("_id", changed.toString()),
                            Updates.set("fields.0.value", "The road was never broken."));
            OpenedLedger ledger = OpenedLedger.of(store, disclosures(), EntryReader.ofTheLedger());

            assertThatThrownBy(() -> ledger.readStream("proposal/1"))
                    .isInstanceOf(EntryUnreadableException.class)
                    .hasMessageContaining("Entry 0 of stream proposal/1");
        }
    }

    private UUID record(LedgerStore store, long sequence, String text) {
        UUID id = UUID.randomUUID();
        PreparedEntry prepared = writer.prepare(
                new Envelope("proposal/1", sequence, id, LocalDate.of(2026, 3, 1), Actor.SYSTEM, null),
                new CaseClosed(CloseReason.OTHER, Sealed.of(text, Audience.PUBLIC)));
        disclosures().keep(prepared.disclosure().stream().toList());
        store.append(new Unit(
                List.of(new PendingEntry(
                        "proposal/1", sequence, id, prepared.type(), prepared.revision(), prepared::recordedAt)),
                Set.of(),
                null));
        return id;
    }

    private static List<String> texts(List<RecordedEvent> events) {
        return events.stream()
                .map(recorded -> ((CaseClosed) recorded.event()).text())
                .map(text -> text instanceof Sealed.Present<String> present ? present.value() : "(erased)")
                .toList();
    }

    private Disclosures disclosures() {
        return MongoDisclosures.in(database);
    }

    private static Disclosure text(UUID event, String text) {
        return new Disclosure(event, Map.of("text", new SealedField("c2FsdA", text, Audience.PUBLIC)));
    }

    private static Disclosure disclosure(String text) {
        return new Disclosure(
                UUID.randomUUID(),
                Map.of(
                        "text", new SealedField("c2FsdA", text, Audience.PUBLIC),
                        "source.url", new SealedField("c2FsdB", "https://example.org", Audience.STAFF)));
    }
}
