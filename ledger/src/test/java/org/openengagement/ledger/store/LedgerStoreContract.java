package org.openengagement.ledger.store;

import static java.time.temporal.ChronoUnit.DAYS;
import static java.time.temporal.ChronoUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.openengagement.ledger.store.Units.entries;
import static org.openengagement.ledger.store.Units.oneEntry;
import static org.openengagement.ledger.store.Units.unit;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.ServerAddress;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.connection.ClusterConnectionMode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.openengagement.transparency.Hash;

/** What a store of the ledger keeps, whatever database it stands on. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
public abstract class LedgerStoreContract {

    private final List<AutoCloseable> opened = new CopyOnWriteArrayList<>();
    private MongoDatabase database;
    private MongoLedgerStore store;

    /** Where the database is reached. */
    protected abstract String connectionString();

    /** Called with the database of each test when it is over. */
    protected void forget(MongoDatabase used) {}

    @BeforeEach
    void an_empty_ledger() {
        MongoClient client = MongoClients.create(connectionString());
        opened.add(client);
        database = client.getDatabase("contract-" + UUID.randomUUID());
        store = openedStore(Clock.systemUTC());
    }

    @AfterEach
    void clean_up() throws Exception {
        forget(database);
        for (AutoCloseable each : opened.reversed()) {
            each.close();
        }
    }

    @Test
    void an_empty_ledger_has_nothing() {
        assertThat(store.size()).isZero();
        assertThat(store.read(0, 10)).isEmpty();
        assertThat(store.readStream("proposal/a", 0)).isEmpty();
        assertThat(store.lastSequence("proposal/a")).isEmpty();
        assertThat(store.firstPositionAt(Instant.EPOCH)).isZero();
        assertThat(store.taken(List.of("proposal/a#0"))).isEmpty();
        assertThat(store.request("nobody")).isEmpty();
    }

    @Test
    void what_was_appended_is_read_back_as_it_was() {
        Recorded recorded = store.append(entries("proposal/a", 0, 2));

        List<StoredEntry> read = store.read(0, 10);

        assertThat(recorded.first()).isZero();
        assertThat(recorded.last()).isEqualTo(1);
        assertThat(read).extracting(StoredEntry::position).containsExactly(0L, 1L);
        assertThat(read).extracting(StoredEntry::sequence).containsExactly(0L, 1L);
        assertThat(read).allSatisfy(entry -> {
            assertThat(entry.recordedAt()).isEqualTo(recorded.recordedAt());
            assertThat(entry.stream()).isEqualTo("proposal/a");
            assertThat(entry.type()).isEqualTo("SomethingHappened");
            assertThat(entry.revision()).isEqualTo(1);
            assertThat(entry.entry().toString())
                    .contains(entry.id().toString())
                    .contains(recorded.recordedAt().toString());
            assertThat(entry.leafHash()).isEqualTo(Hash.ofLeaf(entry.entry().toByteArray()));
        });
    }

    @Test
    void a_place_in_a_stream_is_taken_once() {
        store.append(oneEntry("proposal/a", 0));

        assertThatExceptionOfType(ClaimTakenException.class)
                .isThrownBy(() -> store.append(oneEntry("proposal/a", 0)))
                .satisfies(taken -> assertThat(taken.claim()).isEqualTo("proposal/a#0"));
        assertThat(store.size()).isEqualTo(1);
    }

    @Test
    void a_unit_that_is_refused_leaves_nothing_behind() {
        store.append(unit().entry("proposal/a", 0).claiming("import#row-1").get());

        assertThatExceptionOfType(ClaimTakenException.class)
                .isThrownBy(() -> store.append(unit().entry("proposal/b", 0)
                        .entry("proposal/b", 1)
                        .claiming("import#row-1", "import#row-2")
                        .get()));
        assertThat(store.readStream("proposal/b", 0)).isEmpty();
        assertThat(store.free(List.of("import#row-1", "import#row-2"))).containsExactly("import#row-2");
    }

    @Test
    void units_of_many_callers_stand_gapless_in_one_order_and_share_their_writes() {
        int callers = 16;
        int each = 20;

        List<Recorded> recorded = atOnce(
                        callers,
                        caller -> IntStream.range(0, each)
                                .mapToObj(number ->
                                        store.append(entries("proposal/" + caller + "-" + number, 0, 1 + number % 3)))
                                .toList())
                .flatMap(List::stream)
                .toList();

        long entries = recorded.stream().mapToLong(Recorded::count).sum();
        List<StoredEntry> all = store.read(0, 10_000);
        assertThat(store.size()).isEqualTo(entries);
        assertThat(all).extracting(StoredEntry::position).containsExactlyElementsOf(numbers(0, entries));
        assertThat(all).extracting(StoredEntry::recordedAt).isSorted();
        assertThat(recorded)
                .allSatisfy(unit -> assertThat(all.subList((int) unit.first(), (int) unit.last() + 1))
                        .extracting(StoredEntry::sequence)
                        .containsExactlyElementsOf(
                                LongStream.range(0, unit.count()).boxed().toList()));
        List<Integer> counts = commitCounts();
        assertThat(counts)
                .hasSizeLessThan(callers * each)
                .allSatisfy(count -> assertThat(count).isLessThanOrEqualTo(64));
    }

    @Test
    void of_writers_that_race_for_the_same_places_each_place_has_one_winner() {
        int writers = 3;
        int places = 30;

        List<Map<Integer, String>> outcomes = atOnce(writers, writer -> {
                    MongoLedgerStore own = openedStore(Clock.systemUTC());
                    Map<Integer, String> said = new ConcurrentHashMap<>();
                    for (int place = 0; place < places; place++) {
                        try {
                            own.append(oneEntry("proposal/" + place, 0));
                            said.put(place, "won");
                        } catch (ClaimTakenException taken) {
                            said.put(place, taken.claim());
                        }
                    }
                    return said;
                })
                .toList();

        for (int place = 0; place < places; place++) {
            int raced = place;
            assertThat(outcomes.stream().map(said -> said.get(raced)))
                    .as("what each writer was told of place %d", raced)
                    .containsExactlyInAnyOrder("won", "proposal/" + raced + "#0", "proposal/" + raced + "#0");
        }
        assertThat(store.size()).isEqualTo(places);
        assertThat(store.read(0, 100)).extracting(StoredEntry::stream).doesNotHaveDuplicates();
    }

    @Test
    void writers_of_several_processes_take_turns_without_a_gap() {
        List<Long> firsts = atOnce(4, writer -> {
                    MongoLedgerStore own = openedStore(Clock.systemUTC());
                    return IntStream.range(0, 25)
                            .mapToObj(number -> own.append(entries("proposal/" + writer + "-" + number, 0, 2))
                                    .first())
                            .toList();
                })
                .flatMap(List::stream)
                .toList();

        assertThat(firsts).doesNotHaveDuplicates().hasSize(100);
        assertThat(store.read(0, 1_000)).extracting(StoredEntry::position).containsExactlyElementsOf(numbers(0, 200));
        assertThat(store.read(0, 1_000)).extracting(StoredEntry::recordedAt).isSorted();
    }

    @Test
    void of_units_that_claim_the_same_within_one_batch_one_wins() {
        int rivals = 12;

        List<String> told = atOnce(rivals, rival -> {
                    try {
                        store.append(unit().entry("proposal/" + rival, 0)
                                .claiming("reference#7H2K9QX4TM")
                                .get());
                        return "won";
                    } catch (ClaimTakenException taken) {
                        return taken.claim();
                    }
                })
                .toList();

        assertThat(told).filteredOn("won"::equals).hasSize(1);
        assertThat(told).filteredOn("reference#7H2K9QX4TM"::equals).hasSize(rivals - 1);
        assertThat(store.size()).isEqualTo(1);
        assertThat(store.taken(List.of("reference#7H2K9QX4TM"))).containsExactly(Map.entry("reference#7H2K9QX4TM", 0L));
    }

    @Test
    void two_entries_of_a_unit_cannot_stand_at_the_same_place() {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> store.append(
                        unit().entry("proposal/a", 0).entry("proposal/a", 0).get()))
                .withMessageContaining("proposal/a#0");
        assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> store.append(unit().get()));
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> store.append(oneEntry("proposal/a#1", 0)));
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> store.append(oneEntry("proposal/a", -1)));
        assertThat(store.size()).isZero();
    }

    @Test
    void a_huge_unit_is_recorded_whole_and_read_in_bounded_pieces() {
        int huge = 125;
        Units unit = unit();
        LongStream.range(0, huge).forEach(sequence -> unit.entry("proposal/huge", sequence, 65_000));

        Recorded recorded = store.append(unit.get());

        assertThat(recorded.count()).isEqualTo(huge);
        assertThat(commitCounts()).containsExactly(huge);
        assertThat(store.readStream("proposal/huge", 0)).hasSize(huge);
        assertThat(store.read(0, 10_000)).hasSize(huge);
        assertThat(store.read(100, 3)).extracting(StoredEntry::position).containsExactly(100L, 101L, 102L);
        store.append(unit().entry("proposal/more", 0, 65_000).get());
        store.append(unit().entry("proposal/more", 1, 65_000).get());
        store.append(unit().entry("proposal/more", 2, 65_000).get());
        store.append(unit().entry("proposal/more", 3, 65_000).get());
        store.append(unit().entry("proposal/more", 4, 65_000).get());
        List<StoredEntry> bounded = store.read(0, 10_000);
        assertThat(bounded.stream().mapToLong(entry -> entry.entry().length()).sum())
                .isLessThanOrEqualTo(8L << 20);
        assertThat(store.read(bounded.size(), 10_000)).hasSize((int) store.size() - bounded.size());
    }

    @Test
    void a_unit_of_very_many_entries_is_recorded_whole() {
        store.append(entries("proposal/many", 0, AppendLimits.UNIT_ENTRIES));

        assertThat(store.size()).isEqualTo(AppendLimits.UNIT_ENTRIES);
        assertThat(store.lastSequence("proposal/many")).contains(AppendLimits.UNIT_ENTRIES - 1L);
        assertThat(store.readStream("proposal/many", 9_990)).hasSize(10);
    }

    @Test
    void a_unit_that_is_too_large_is_refused_and_says_how_large_it_may_be() {
        Units tooManyBytes = unit();
        LongStream.range(0, 130).forEach(sequence -> tooManyBytes.entry("proposal/huge", sequence, 65_000));

        assertThatExceptionOfType(UnitTooLargeException.class)
                .isThrownBy(() -> store.append(tooManyBytes.get()))
                .withMessageContaining("8,388,608");
        assertThatExceptionOfType(UnitTooLargeException.class)
                .isThrownBy(() -> store.append(entries("proposal/many", 0, AppendLimits.UNIT_ENTRIES + 1)))
                .withMessageContaining("10,000");
        assertThatExceptionOfType(UnitTooLargeException.class)
                .isThrownBy(() ->
                        store.append(unit().entry("proposal/long", 0, 65_536).get()))
                .withMessageContaining("65,535");
        assertThat(store.size()).isZero();
    }

    @Test
    void a_clock_that_goes_backwards_does_not_take_time_back() {
        AtomicReference<Instant> clock = new AtomicReference<>(Instant.now());
        MongoLedgerStore own = openedStore(clock::get);
        Instant before = own.append(oneEntry("proposal/a", 0)).recordedAt();

        clock.set(before.minus(20, SECONDS));
        Recorded after = own.append(oneEntry("proposal/a", 1));

        assertThat(after.recordedAt()).isEqualTo(before);
        assertThat(own.read(1, 1).getFirst().entry().toString()).contains(before.toString());
    }

    @Test
    void a_clock_that_is_a_day_off_records_nothing_and_one_that_is_set_right_goes_on() {
        AtomicReference<Instant> clock = new AtomicReference<>(Instant.now());
        MongoLedgerStore own = openedStore(clock::get);
        own.append(oneEntry("proposal/a", 0));

        for (long days : List.of(1L, -1L)) {
            clock.set(Instant.now().plus(days, DAYS));
            assertThatExceptionOfType(ClockOutOfBoundsException.class)
                    .isThrownBy(() -> own.append(oneEntry("proposal/a", 1)))
                    .withMessageContaining("Nothing was recorded");
        }
        clock.set(Instant.now());

        assertThat(own.append(oneEntry("proposal/a", 1)).first()).isEqualTo(1);
    }

    @Test
    void behind_a_head_from_the_future_nothing_is_recorded() {
        MongoLedgerStore ahead = openedStore(
                InstantSource.offset(InstantSource.system(), Duration.ofHours(1)),
                AppendLimits.STANDARD.withClockTolerance(Duration.ofDays(1)));
        ahead.append(oneEntry("proposal/a", 0));

        assertThatExceptionOfType(ClockOutOfBoundsException.class)
                .isThrownBy(() -> store.append(oneEntry("proposal/a", 1)));
        assertThat(store.size()).isEqualTo(1);
    }

    @Test
    void a_request_is_found_with_what_it_led_to() {
        store.append(oneEntry("proposal/other", 0));
        Recorded recorded = store.append(unit().entry("proposal/a", 0)
                .entry("proposal/a", 1)
                .requestedBy("key", "body")
                .get());

        assertThat(store.request("key")).contains(new RecordedRequest(new Request("key", "body"), recorded));
        assertThatExceptionOfType(ClaimTakenException.class)
                .isThrownBy(() -> store.append(unit().entry("proposal/b", 0)
                        .requestedBy("key", "other body")
                        .get()))
                .satisfies(taken -> assertThat(taken.claim()).isEqualTo("key"));
        assertThat(store.request("another key")).isEmpty();
    }

    @Test
    void each_claim_leads_to_the_unit_that_took_it() {
        List<Recorded> recorded = atOnce(
                        8,
                        number -> store.append(unit().entry("proposal/" + number, 0)
                                .entry("proposal/" + number, 1)
                                .entry("proposal/" + number, 2)
                                .claiming("import#" + number, "reference#" + number)
                                .get()))
                .toList();

        for (int number = 0; number < recorded.size(); number++) {
            long first = recorded.get(number).first();
            assertThat(store.taken(List.of("import#" + number, "reference#" + number, "proposal/" + number + "#2")))
                    .containsExactlyInAnyOrderEntriesOf(Map.of(
                            "import#" + number,
                            first,
                            "reference#" + number,
                            first,
                            "proposal/" + number + "#2",
                            first + 2));
        }
    }

    @Test
    void entries_are_read_from_the_middle_of_a_commit_and_at_most_as_many_as_wanted() {
        store.append(entries("proposal/a", 0, 10));
        store.append(entries("proposal/b", 0, 10));

        assertThat(store.read(7, 6)).extracting(StoredEntry::position).containsExactly(7L, 8L, 9L, 10L, 11L, 12L);
        assertThat(store.read(19, 10)).extracting(StoredEntry::position).containsExactly(19L);
        assertThat(store.read(20, 10)).isEmpty();
        assertThat(store.read(1_000, 10)).isEmpty();
        assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> store.read(-1, 10));
        assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> store.read(0, 0));
        assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> store.read(0, 10_001));
    }

    @Test
    void a_stream_is_read_in_order_across_commits_that_hold_others_too() {
        for (int place = 0; place < 200; place += 2) {
            store.append(unit().entry("proposal/a", place)
                    .entry("proposal/b", place)
                    .entry("proposal/a", place + 1L)
                    .entry("proposal/b", place + 1L)
                    .get());
            if (place < 10 || place > 120) {
                assertThat(store.lastSequence("proposal/a")).contains(place + 1L);
            }
        }

        assertThat(store.readStream("proposal/a", 0))
                .extracting(StoredEntry::sequence)
                .containsExactlyElementsOf(numbers(0, 200));
        assertThat(store.readStream("proposal/a", 150))
                .extracting(StoredEntry::sequence)
                .containsExactlyElementsOf(numbers(150, 200));
        assertThat(store.readStream("proposal/a", 0))
                .extracting(StoredEntry::stream)
                .containsOnly("proposal/a");
        assertThat(store.readStream("proposal/a", 200)).isEmpty();
        assertThat(store.readStream("proposal", 0)).isEmpty();
    }

    @Test
    void an_instant_leads_to_the_first_entry_recorded_then_or_later() {
        AtomicReference<Instant> clock = new AtomicReference<>();
        Instant start = Instant.now().truncatedTo(SECONDS);
        MongoLedgerStore own = openedStore(clock::get);
        for (int second = 0; second < 12; second++) {
            clock.set(start.plusSeconds(second));
            own.append(entries("proposal/" + second, 0, 1 + second % 3));
        }

        List<StoredEntry> all = own.read(0, 100);
        for (Instant instant = start.minusSeconds(1);
                instant.isBefore(start.plusSeconds(13));
                instant = instant.plusMillis(500)) {
            Instant asked = instant;
            long expected = all.stream()
                    .filter(entry -> entry.recordedAt().isBefore(asked))
                    .count();
            assertThat(own.firstPositionAt(asked)).as("at %s", asked).isEqualTo(expected);
        }
    }

    @Test
    void a_store_that_is_opened_again_goes_on_where_the_ledger_ends() {
        store.append(entries("proposal/a", 0, 3));
        store.close();

        MongoLedgerStore again = openedStore(Clock.systemUTC());

        assertThat(again.size()).isEqualTo(3);
        assertThat(again.append(oneEntry("proposal/a", 3)).first()).isEqualTo(3);
        assertThatExceptionOfType(LedgerUnavailableException.class)
                .isThrownBy(() -> store.append(oneEntry("proposal/a", 4)))
                .satisfies(closed -> assertThat(closed.outcomeUnknown()).isFalse());
    }

    @Test
    void what_is_lost_late_or_repeated_on_the_way_records_everything_once() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        MongoLedgerStore unlucky = openedStore(new FaultyCommits(commits(), new Random(random.nextLong())));

        List<String> outcomes = atOnce(6, caller -> {
                    List<String> said = new ArrayList<>();
                    for (int place = 0; place < 15; place++) {
                        String stream = "proposal/" + (place + caller % 2 * 100);
                        try {
                            long first = unlucky.append(oneEntry(stream, 0)).first();
                            said.add(stream + " at " + first);
                        } catch (ClaimTakenException taken) {
                            said.add(taken.claim() + " taken");
                        }
                    }
                    return said;
                })
                .flatMap(List::stream)
                .toList();

        List<StoredEntry> all = store.read(0, 1_000);
        assertThat(all)
                .as("with seed %d", seed)
                .extracting(StoredEntry::position)
                .containsExactlyElementsOf(numbers(0, 30));
        assertThat(outcomes.stream().filter(said -> said.contains(" at ")))
                .as("what the winners were told, with seed %d", seed)
                .containsExactlyInAnyOrderElementsOf(all.stream()
                        .map(entry -> entry.stream() + " at " + entry.position())
                        .toList());
        assertThat(outcomes.stream().filter(said -> said.contains(" taken"))).hasSize(60);
    }

    @Test
    void an_answer_that_never_comes_is_told_as_such_and_the_next_unit_is_safe_either_way() {
        for (boolean written : List.of(true, false)) {
            String stream = "proposal/written-" + written;
            FaultyCommits silent = new FaultyCommits(commits(), new Random(1));
            silent.beSilent(written);
            MongoLedgerStore deaf = openedStore(silent, AppendLimits.STANDARD.withPatience(Duration.ofMillis(300)));

            assertThatExceptionOfType(LedgerUnavailableException.class)
                    .isThrownBy(() -> deaf.append(oneEntry(stream, 0)))
                    .satisfies(silence -> assertThat(silence.outcomeUnknown()).isTrue())
                    .withMessageContaining("not known");
            silent.beSound();
            Recorded next = deaf.append(oneEntry("proposal/after-" + written, 0));

            assertThat(next.last()).isEqualTo(store.size() - 1);
            assertThat(store.readStream(stream, 0)).hasSize(written ? 1 : 0);
        }
    }

    @Test
    void answers_that_a_broken_connection_took_away_are_found_again() throws Exception {
        ConnectionString direct = new ConnectionString(connectionString());
        for (String address : direct.getHosts()) {
            CutLine line =
                    new CutLine(address.substring(0, address.indexOf(':')), new ServerAddress(address).getPort());
            opened.add(line);
            MongoClient client = MongoClients.create(MongoClientSettings.builder()
                    .applyConnectionString(direct)
                    .applyToClusterSettings(cluster -> cluster.requiredReplicaSetName(null)
                            .mode(ClusterConnectionMode.SINGLE)
                            .hosts(List.of(new ServerAddress("127.0.0.1", line.port()))))
                    .retryWrites(false)
                    .build());
            opened.add(client);
            Document hello = client.getDatabase("admin").runCommand(new Document("hello", 1));
            if (hello.getBoolean("isWritablePrimary", true)) {
                MongoLedgerStore own = closedAtTheEnd(MongoLedgerStore.open(
                        client.getDatabase(database.getName()), InstantSource.system(), UUID::randomUUID));
                for (int sequence = 0; sequence < 5; sequence++) {
                    line.loseAnswersToInserts(1 + sequence % 2);
                    assertThat(own.append(oneEntry("proposal/a", sequence)).first())
                            .isEqualTo(sequence);
                }
                assertThat(line.lost()).isPositive();
            }
        }
        assertThat(store.readStream("proposal/a", 0)).hasSize(5);
    }

    private MongoLedgerStore openedStore(InstantSource clock) {
        return openedStore(clock, AppendLimits.STANDARD);
    }

    private MongoLedgerStore openedStore(InstantSource clock, AppendLimits limits) {
        return closedAtTheEnd(MongoLedgerStore.open(database, clock, UUID::randomUUID, limits));
    }

    private MongoLedgerStore openedStore(Commits commits) {
        return openedStore(commits, AppendLimits.STANDARD);
    }

    private MongoLedgerStore openedStore(Commits commits, AppendLimits limits) {
        return closedAtTheEnd(MongoLedgerStore.open(
                commits,
                new Database(database).collection(MongoLedgerStore.COMMITS),
                InstantSource.system(),
                UUID::randomUUID,
                limits));
    }

    private Commits commits() {
        Database asked = new Database(database);
        return new MongoCommits(asked, asked.collection(MongoLedgerStore.COMMITS));
    }

    private MongoLedgerStore closedAtTheEnd(MongoLedgerStore another) {
        opened.add(another);
        return another;
    }

    private List<Integer> commitCounts() {
        return database
                .getCollection(MongoLedgerStore.COMMITS)
                .find()
                .sort(new Document("_id", 1))
                .into(new ArrayList<>())
                .stream()
                .map(CommitDocument::count)
                .toList();
    }

    private static List<Long> numbers(long from, long to) {
        return LongStream.range(from, to).boxed().toList();
    }

    /** Lets so many act at once, and returns what each came to. */
    private static <T> Stream<T> atOnce(int actors, IntFunction<T> act) {
        CountDownLatch ready = new CountDownLatch(actors);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> acting = IntStream.range(0, actors)
                    .mapToObj(actor -> threads.submit(() -> {
                        ready.countDown();
                        ready.await();
                        return act.apply(actor);
                    }))
                    .toList();
            return acting.stream().map(LedgerStoreContract::outcome);
        }
    }

    private static <T> T outcome(Future<T> acting) {
        try {
            return acting.get();
        } catch (InterruptedException | ExecutionException failed) {
            throw new AssertionError(failed);
        }
    }
}
