package org.openengagement.ledger.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.modelling.command.ConcurrencyException;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.openengagement.ledger.disclosure.Disclosures;
import org.openengagement.ledger.entry.Disclosure;
import org.openengagement.ledger.entry.RecordedEvent;
import org.openengagement.ledger.events.Actor;
import org.openengagement.ledger.events.Audience;
import org.openengagement.ledger.events.Role;
import org.openengagement.ledger.events.Sealed;
import org.openengagement.ledger.store.ClaimTakenException;
import org.openengagement.ledger.store.DatabaseUnderTest;
import org.openengagement.ledger.store.LedgerUnavailableException;
import org.openengagement.ledger.store.RecordedRequest;
import org.openengagement.ledger.store.Request;

/** What Axon's event store keeps over the ledger, whatever database it stands on. Each of Axon's traps has a test. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
public abstract class LedgerEventStoreContract implements DatabaseUnderTest {

    private static final String STREAM = "proposal/a";

    private final List<AutoCloseable> opened = new ArrayList<>();
    private MongoDatabase database;
    private Ledger ledger;

    @BeforeEach
    void an_empty_ledger() {
        MongoClient client = MongoClients.create(connectionString());
        opened.add(client);
        database = client.getDatabase("contract-" + UUID.randomUUID());
        ledger = node(Ledger.of(database));
    }

    @AfterEach
    void clean_up() throws Exception {
        forget(database);
        for (AutoCloseable each : opened.reversed()) {
            each.close();
        }
    }

    @Test
    void a_command_is_answered_with_the_position_of_what_it_recorded() {
        ledger.open("proposal/other", "first");

        Receipt receipt = ledger.open(STREAM, "second");

        assertThat(receipt.recorded()).hasValueSatisfying(recorded -> {
            assertThat(recorded.first()).isEqualTo(1);
            assertThat(recorded.count()).isEqualTo(1);
        });
    }

    @Test
    void the_handlers_result_comes_before_its_commit_so_only_the_receipt_tells_what_is_durable() {
        Receipt receipt = new Receipt();
        AtomicReference<Boolean> durableInTheHandler = new AtomicReference<>();

        ledger.handle(Map.of(UnitMetaData.RECEIPT, receipt), command -> {
            ledger.cases.newInstance(() -> new Case(STREAM)).execute(opening -> opening.note("one"));
            durableInTheHandler.set(receipt.recorded().isPresent() || ledger.store.size() > 0);
            return "done";
        });

        assertThat(durableInTheHandler).hasValue(false);
        assertThat(receipt.recorded()).isPresent();
    }

    @Test
    void who_acted_and_when_and_why_stands_in_the_entry() {
        UUID cause = UUID.randomUUID();
        Actor officer = new Actor("cGFydHktb2ZmaWNlci0xMg", Role.OFFICER, "skopje");

        ledger.handle(Map.of(UnitMetaData.ACTOR, officer, UnitMetaData.CAUSED_BY, cause), command -> {
            ledger.cases.newInstance(() -> new Case(STREAM)).execute(opening -> opening.note("one"));
            return "done";
        });

        RecordedEvent recorded = ledger.opened.read(0, 1).getFirst();
        assertThat(recorded.envelope().actor()).isEqualTo(officer);
        assertThat(recorded.envelope().effectiveOn()).isEqualTo(Ledger.TODAY);
        assertThat(recorded.envelope().causedBy()).isEqualTo(cause);
        assertThat(recorded.envelope().stream()).isEqualTo(STREAM);
    }

    @Test
    void an_event_of_nobody_is_refused() {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> ledger.eventStore.publish(GenericEventMessage.asEventMessage("said in passing")))
                .withMessageContaining("only its own events");
        assertThat(ledger.store.size()).isZero();
    }

    @Test
    void an_aggregate_is_loaded_with_its_texts_withheld_and_nobody_even_reads_what_opens_them() {
        ledger.open(STREAM, "one");
        Ledger blind = node(Ledger.of(database, store -> store, NeverRead::new));
        AtomicReference<List<CaseNoted>> loaded = new AtomicReference<>();

        blind.handle(Map.of(), command -> {
            blind.cases.load(STREAM).execute(existing -> loaded.set(List.copyOf(existing.noted())));
            return "seen";
        });

        assertThat(loaded.get()).extracting(CaseNoted::note).containsExactly("one");
        assertThat(loaded.get()).allSatisfy(event -> assertThat(event.text()).isInstanceOf(Sealed.Withheld.class));
    }

    @Test
    void what_opens_a_text_is_kept_before_the_entry_is_recorded() {
        Ledger broken = node(Ledger.of(database, store -> store, NeverKept::new));

        assertThatExceptionOfType(LedgerUnavailableException.class).isThrownBy(() -> broken.open(STREAM, "one"));

        assertThat(ledger.store.size()).isZero();
    }

    @Test
    void a_text_can_be_opened_by_whoever_follows_the_ledger() {
        ledger.open(STREAM, "one");

        try (TrackingEventStream stream = ledger.openedEvents.openStream(null)) {
            TrackedEventMessage<?> message = stream.peek().orElseThrow();
            assertThat(message.getPayload())
                    .isEqualTo(new CaseNoted("one", Sealed.of("what was said about one", Audience.PUBLIC), List.of()));
            assertThat(message.trackingToken()).isEqualTo(new GlobalSequenceTrackingToken(0));
            assertThat(message.getMetaData().get(UnitMetaData.RECORDED)).isInstanceOf(RecordedEvent.class);
        }
    }

    @Test
    void an_erased_text_lives_on_in_no_cache() {
        ledger.open(STREAM, "one");
        try (TrackingEventStream before = ledger.openedEvents.openStream(null)) {
            assertThat(before.peek()).isPresent();
        }

        database.getCollection("disclosures").deleteMany(new Document());

        try (TrackingEventStream after = ledger.openedEvents.openStream(null)) {
            assertThat(after.peek().orElseThrow().getPayload())
                    .satisfies(event -> assertThat(((CaseNoted) event).text()).isInstanceOf(Sealed.Erased.class));
        }
    }

    @Test
    void nobody_subscribes_to_the_commit() {
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> ledger.eventStore.subscribe(events -> {}));
    }

    @Test
    void no_snapshot_is_taken() {
        ledger.open(STREAM, "one");

        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> ledger.eventStore.storeSnapshot(
                        ledger.engine.readEvents(STREAM).next()));
        assertThat(ledger.engine.readSnapshot(STREAM)).isEmpty();
    }

    @Test
    void a_handler_that_throws_anything_records_nothing_not_even_for_a_checked_exception() {
        assertThatThrownBy(() -> ledger.handle(Map.of(), command -> {
                    ledger.cases.newInstance(() -> new Case(STREAM)).execute(opening -> opening.note("one"));
                    throw new IOException("out of paper");
                }))
                .hasRootCauseMessage("out of paper");

        assertThat(ledger.store.size()).isZero();
    }

    @Test
    void of_those_who_race_for_a_place_in_a_stream_one_wins_and_the_others_are_told() throws Exception {
        ledger.open(STREAM, "one");
        int racers = 4;
        CyclicBarrier allHaveLoaded = new CyclicBarrier(racers);

        List<CompletableFuture<String>> outcomes = IntStream.range(0, racers)
                .mapToObj(number -> {
                    Ledger racer = node(Ledger.of(database));
                    return supplyOnAThread(() -> {
                        racer.handle(Map.of(), command -> {
                            racer.cases.load(STREAM).execute(existing -> {
                                await(allHaveLoaded);
                                existing.note("by " + number);
                            });
                            return "noted";
                        });
                        return "by " + number;
                    });
                })
                .toList();

        List<String> told = new ArrayList<>();
        for (CompletableFuture<String> outcome : outcomes) {
            told.add(outcome.handle((winner, loss) ->
                            loss == null ? winner : loss.getClass().getSimpleName())
                    .get(1, TimeUnit.MINUTES));
        }
        assertThat(ledger.opened.readStream(STREAM)).hasSize(2);
        String winner = ((CaseNoted) ledger.opened.readStream(STREAM).getLast().event()).note();
        assertThat(told)
                .containsExactlyInAnyOrder(
                        winner,
                        ConcurrencyException.class.getSimpleName(),
                        ConcurrencyException.class.getSimpleName(),
                        ConcurrencyException.class.getSimpleName());
    }

    @Test
    void what_an_event_claims_is_taken_once_in_the_whole_ledger() {
        ledger.open(STREAM, "one", "reference#7H2K9QX4TM");

        assertThatExceptionOfType(ClaimTakenException.class)
                .isThrownBy(() -> ledger.open("proposal/b", "two", "reference#7H2K9QX4TM"))
                .satisfies(taken -> assertThat(taken.claim()).isEqualTo("reference#7H2K9QX4TM"));
        assertThat(ledger.store.size()).isEqualTo(1);
    }

    @Test
    void two_events_of_one_command_cannot_claim_the_same() {
        assertThatExceptionOfType(ClaimTakenException.class)
                .isThrownBy(() -> ledger.handle(Map.of(), command -> {
                    ledger.cases.newInstance(() -> new Case(STREAM)).execute(opening -> {
                        opening.note("one", "twice");
                        opening.note("two", "twice");
                    });
                    return "done";
                }));
        assertThat(ledger.store.size()).isZero();
    }

    @Test
    void a_command_that_is_repeated_is_found_with_its_position_and_its_body() {
        Request request = new Request("claim-of-the-key", "hmac-of-the-body");
        Map<String, Object> metaData =
                Map.of(UnitMetaData.REQUEST, request, UnitMetaData.CLAIMS, Set.of("import#row-1"));
        ledger.open("proposal/other", "first");
        ledger.handle(metaData, command -> {
            ledger.cases.newInstance(() -> new Case(STREAM)).execute(opening -> {
                opening.note("one");
                opening.note("two");
            });
            return "done";
        });

        assertThatExceptionOfType(ClaimTakenException.class)
                .isThrownBy(() -> ledger.handle(metaData, command -> {
                    ledger.cases.newInstance(() -> new Case("proposal/again")).execute(opening -> opening.note("one"));
                    return "done";
                }));
        RecordedRequest found = ledger.store.request("claim-of-the-key").orElseThrow();
        assertThat(found.request()).isEqualTo(request);
        assertThat(found.recorded().first()).isEqualTo(1);
        assertThat(found.recorded().count()).isEqualTo(2);
        assertThat(ledger.store.taken(List.of("import#row-1", "import#row-2")))
                .containsExactly(Map.entry("import#row-1", 1L));
    }

    @Test
    void an_interrupt_takes_no_answer_away_and_is_kept() throws Exception {
        CountDownLatch appending = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        Ledger slow = node(Ledger.of(
                database,
                store -> store,
                disclosures -> new HeldUp(disclosures, () -> {
                    appending.countDown();
                    await(interrupted);
                })));
        AtomicReference<Boolean> kept = new AtomicReference<>();
        AtomicReference<Receipt> receipt = new AtomicReference<>();
        Thread command = Thread.ofPlatform().start(() -> {
            receipt.set(slow.open(STREAM, "one"));
            kept.set(Thread.interrupted());
        });

        assertThat(appending.await(1, TimeUnit.MINUTES)).isTrue();
        command.interrupt();
        interrupted.countDown();
        command.join(60_000);

        assertThat(receipt.get().recorded()).isPresent();
        assertThat(kept).hasValue(true);
        assertThat(ledger.store.size()).isEqualTo(1);
    }

    @Test
    void an_event_is_stored_under_its_logical_name_and_no_java_name_is_in_the_store() {
        ledger.open(STREAM, "one");

        Document commit = database.getCollection("commits").find().first();

        assertThat(commit).isNotNull();
        assertThat(commit.getList("events", Document.class).getFirst().getString("type"))
                .isEqualTo("CaseNoted");
        assertThat(ledger.store.read(0, 1).getFirst().entry().toString()).contains("\"type\":\"CaseNoted\"");
        assertThat(commit.toJson() + ledger.store.read(0, 1).getFirst().entry()).doesNotContain("org.openengagement");
    }

    @Test
    void whoever_follows_is_told_at_the_head_of_what_this_node_and_another_append() throws Exception {
        Ledger another = node(Ledger.of(database));
        try (TrackingEventStream stream = ledger.openedEvents.openStream(ledger.openedEvents.createHeadToken())) {
            assertThat(stream.hasNextAvailable()).isFalse();

            ledger.open(STREAM, "one");
            assertThat(stream.nextAvailable().getPayload()).extracting("note").isEqualTo("one");

            another.note(STREAM, "two");
            assertThat(stream.nextAvailable().getPayload()).extracting("note").isEqualTo("two");
        }
    }

    @Test
    void whoever_asks_to_be_called_is_called_when_the_ledger_grows() throws Exception {
        CountDownLatch called = new CountDownLatch(1);
        try (TrackingEventStream stream = ledger.openedEvents.openStream(null)) {
            assertThat(stream.setOnAvailableCallback(called::countDown)).isTrue();

            ledger.open(STREAM, "one");

            assertThat(called.await(1, TimeUnit.MINUTES)).isTrue();
        }
    }

    @Test
    void a_reader_goes_on_behind_its_token() {
        ledger.open(STREAM, "one");
        ledger.note(STREAM, "two");
        ledger.note(STREAM, "three");

        assertThat(ledger.engine.readEvents(new GlobalSequenceTrackingToken(0), false))
                .extracting(message -> ((CaseNoted) message.getPayload()).note())
                .containsExactly("two", "three");
        assertThat(ledger.engine.readEvents(ledger.engine.createTailToken(), false))
                .hasSize(3);
        assertThat(ledger.engine.readEvents(ledger.engine.createHeadToken(), false))
                .isEmpty();
        assertThat(ledger.engine.lastSequenceNumberFor(STREAM)).contains(2L);
    }

    private Ledger node(Ledger node) {
        opened.add(node);
        return node;
    }

    private static CompletableFuture<String> supplyOnAThread(Supplier<String> supplier) {
        CompletableFuture<String> future = new CompletableFuture<>();
        Thread.ofPlatform().start(() -> {
            try {
                future.complete(supplier.get());
            } catch (RuntimeException loss) {
                future.completeExceptionally(loss);
            }
        });
        return future;
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(1, TimeUnit.MINUTES);
        } catch (Exception broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** Waits without losing an interrupt. */
    private static void await(CountDownLatch latch) {
        boolean interrupted = false;
        while (latch.getCount() > 0) {
            try {
                latch.await();
            } catch (InterruptedException again) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Disclosures that nobody may read. */
    private record NeverRead(Disclosures disclosures) implements Disclosures {

        @Override
        public void keep(List<Disclosure> some) {
            disclosures.keep(some);
        }

        @Override
        public Map<UUID, Disclosure> of(Collection<UUID> events) {
            throw new AssertionError("Somebody reads disclosures.");
        }
    }

    /** Disclosures that cannot be kept. */
    private record NeverKept(Disclosures disclosures) implements Disclosures {

        @Override
        public void keep(List<Disclosure> some) {
            throw new LedgerUnavailableException("The disk is full.", null);
        }

        @Override
        public Map<UUID, Disclosure> of(Collection<UUID> events) {
            return disclosures.of(events);
        }
    }

    /** Disclosures behind which something happens before the entry is appended. */
    private record HeldUp(Disclosures disclosures, Runnable happens) implements Disclosures {

        @Override
        public void keep(List<Disclosure> some) {
            disclosures.keep(some);
            happens.run();
        }

        @Override
        public Map<UUID, Disclosure> of(Collection<UUID> events) {
            return disclosures.of(events);
        }
    }
}
