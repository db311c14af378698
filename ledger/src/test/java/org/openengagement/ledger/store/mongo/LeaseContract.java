package org.openengagement.ledger.store.mongo;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.openengagement.ledger.store.AtOnce.atOnce;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.openengagement.ledger.store.DatabaseUnderTest;
import org.openengagement.ledger.store.LedgerObserver;
import org.openengagement.ledger.store.NotTheWriterException;
import org.openengagement.ledger.store.appending.OwnTime;
import org.openengagement.ledger.store.lease.FaultyLeases;
import org.openengagement.ledger.store.lease.FaultyLeases.Fault;
import org.openengagement.ledger.store.lease.LeaseTerms;
import org.openengagement.ledger.store.lease.Leases;
import org.openengagement.ledger.store.lease.WritersLease;

/** Who is the writer, when. Time passes only where a test says so, and for each process by itself. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
abstract class LeaseContract implements DatabaseUnderTest {

    private final List<WritersLease> opened = new CopyOnWriteArrayList<>();
    private MongoClient client;
    private MongoDatabase database;
    private final OwnTime atSkopje = new OwnTime(Long.MAX_VALUE - 5);
    private final OwnTime atBitola = new OwnTime(-123_456_789);

    @BeforeEach
    void no_lease() {
        client = MongoClients.create(connectionString());
        database = client.getDatabase("lease-" + UUID.randomUUID());
    }

    @AfterEach
    void clean_up() {
        opened.forEach(WritersLease::close);
        forget(database);
        client.close();
    }

    @Test
    void the_first_writes_and_the_second_stands_by_and_says_who_writes() {
        WritersLease skopje = node("skopje", atSkopje);
        WritersLease bitola = node("bitola", atBitola);
        skopje.turn();
        bitola.turn();

        assertThat(skopje.writership().writer()).isTrue();
        assertThat(bitola.writership().writer()).isFalse();
        assertThat(bitola.writership().holder()).isEqualTo("skopje");
        assertThatExceptionOfType(NotTheWriterException.class)
                .isThrownBy(bitola::tenure)
                .withMessageContaining("skopje")
                .satisfies(standby -> {
                    assertThat(standby.holder()).contains("skopje");
                    assertThat(standby.retryAfter()).isBetween(ofSeconds(1), ofSeconds(8));
                    assertThat(standby.outcomeUnknown()).isFalse();
                });
    }

    @Test
    void a_holder_that_beats_is_never_taken_over() {
        WritersLease skopje = node("skopje", atSkopje);
        WritersLease bitola = node("bitola", atBitola);
        skopje.turn();
        bitola.turn();

        for (int second = 0; second < 60; second++) {
            atSkopje.pass(ofSeconds(1));
            atBitola.pass(ofSeconds(1));
            skopje.turn();
            bitola.turn();
        }

        assertThat(skopje.tenure()).isEqualTo(1);
        assertThat(bitola.writership().writer()).isFalse();
        assertThat(bitola.writership().holderIsAlive()).isTrue();
    }

    @Test
    void a_standby_takes_the_lease_when_it_saw_the_same_beat_for_8_seconds_and_not_before() {
        WritersLease skopje = node("skopje", atSkopje);
        WritersLease bitola = node("bitola", atBitola);
        skopje.turn();
        bitola.turn();

        atBitola.pass(Duration.ofMillis(7_999));
        bitola.turn();
        assertThat(bitola.writership().writer()).isFalse();
        assertThat(bitola.writership().holderIsAlive()).isFalse();

        atBitola.pass(Duration.ofMillis(1));
        bitola.turn();
        assertThat(bitola.writership().writer()).isTrue();
        skopje.turn();
        assertThat(skopje.writership().writer()).isFalse();
        assertThat(skopje.writership().holder()).isEqualTo("bitola");
    }

    @Test
    void however_long_a_standby_did_not_look_it_sees_a_beat_twice_before_it_takes_the_lease() {
        WritersLease skopje = node("skopje", atSkopje);
        WritersLease bitola = node("bitola", atBitola);
        skopje.turn();
        bitola.turn();
        skopje.turn();

        atBitola.pass(Duration.ofHours(1));
        bitola.turn();

        assertThat(bitola.writership().writer()).isFalse();
        assertThat(skopje.tenure()).isEqualTo(1);
    }

    @Test
    void a_holder_that_cannot_beat_stops_by_itself_before_a_standby_may_take_over() {
        AtomicReference<Fault> line = new AtomicReference<>(Fault.NONE);
        WritersLease skopje = node(atSkopje, new FaultyLeases(leases(), line::get), terms("skopje"));
        WritersLease bitola = node("bitola", atBitola);
        skopje.turn();
        bitola.turn();

        line.set(Fault.LOST);
        for (int tenth = 0; tenth < 60; tenth++) {
            assertThat(skopje.tenure()).isEqualTo(1);
            atSkopje.pass(Duration.ofMillis(100));
            atBitola.pass(Duration.ofMillis(100));
            if (tenth % 10 == 0) {
                skopje.turn();
                bitola.turn();
            }
        }

        assertThatExceptionOfType(NotTheWriterException.class).isThrownBy(skopje::tenure);
        assertThat(skopje.writership().writer()).isFalse();
        assertThat(bitola.writership().writer()).isFalse();
    }

    @Test
    void a_holder_that_was_cut_off_goes_on_where_nobody_took_over_and_knows_that_it_is_another_time() {
        AtomicReference<Fault> line = new AtomicReference<>(Fault.NONE);
        WritersLease skopje = node(atSkopje, new FaultyLeases(leases(), line::get), terms("skopje"));
        skopje.turn();

        line.set(Fault.LOST);
        atSkopje.pass(ofSeconds(20));
        skopje.turn();
        line.set(Fault.NONE);
        skopje.turn();

        assertThat(skopje.tenure()).isEqualTo(2);
    }

    @Test
    void a_lease_that_was_handed_over_is_taken_at_once() {
        WritersLease skopje = node("skopje", atSkopje);
        WritersLease bitola = node("bitola", atBitola);
        skopje.turn();
        bitola.turn();

        skopje.close();
        bitola.turn();

        assertThat(bitola.writership().writer()).isTrue();
        assertThat(skopje.writership().writer()).isFalse();
    }

    @Test
    void a_beat_that_arrives_after_the_lease_was_handed_over_takes_nothing_back() {
        AtomicReference<Fault> line = new AtomicReference<>(Fault.NONE);
        FaultyLeases late = new FaultyLeases(leases(), line::get);
        WritersLease skopje = node(atSkopje, late, terms("skopje"));
        WritersLease bitola = node("bitola", atBitola);
        skopje.turn();
        line.set(Fault.LATE);
        skopje.turn();
        line.set(Fault.NONE);

        skopje.close();
        late.arrive();
        bitola.turn();
        late.arrive();

        assertThat(bitola.writership().writer()).isTrue();
    }

    @Test
    void whoever_took_it_and_lost_the_answer_finds_out() {
        for (Fault fault : List.of(Fault.ANSWER_LOST, Fault.LATE)) {
            List<Fault> faults = new CopyOnWriteArrayList<>(List.of(Fault.NONE, fault));
            FaultyLeases line = new FaultyLeases(leases(), () -> faults.isEmpty() ? Fault.NONE : faults.removeFirst());
            WritersLease skopje = node(atSkopje, line, terms("skopje"));
            skopje.turn();
            assertThat(skopje.writership().writer()).isFalse();

            line.arrive();
            skopje.turn();

            assertThat(skopje.writership().writer()).as("after %s", fault).isTrue();
            skopje.close();
        }
    }

    @Test
    void whoever_took_it_lost_the_answer_and_ends_hands_it_over_all_the_same() {
        List<Fault> faults = new CopyOnWriteArrayList<>(List.of(Fault.NONE, Fault.ANSWER_LOST));
        FaultyLeases line = new FaultyLeases(leases(), () -> faults.isEmpty() ? Fault.NONE : faults.removeFirst());
        WritersLease skopje = node(atSkopje, line, terms("skopje"));
        WritersLease bitola = node("bitola", atBitola);
        skopje.turn();
        assertThat(skopje.writership().writer()).isFalse();

        skopje.close();
        bitola.turn();

        assertThat(bitola.writership().writer()).isTrue();
    }

    @Test
    void a_collision_with_the_lease_still_its_own_is_another_time_and_with_it_gone_the_end() {
        WritersLease skopje = node("skopje", atSkopje);
        skopje.turn();
        skopje.collided();
        assertThat(skopje.tenure()).isEqualTo(2);

        WritersLease bitola = node("bitola", atBitola);
        bitola.turn();
        atBitola.pass(ofSeconds(8));
        bitola.turn();
        skopje.collided();

        assertThatExceptionOfType(NotTheWriterException.class).isThrownBy(skopje::tenure);
        assertThat(bitola.tenure()).isEqualTo(1);
    }

    @Test
    void of_many_that_reach_for_it_at_once_one_gets_it() {
        for (int round = 0; round < 5; round++) {
            List<WritersLease> nodes = IntStream.range(0, 8)
                    .mapToObj(number -> node("node " + number, new OwnTime(number)))
                    .toList();

            List<Boolean> won = atOnce(nodes.size(), number -> {
                        nodes.get(number).turn();
                        return nodes.get(number).writership().writer();
                    })
                    .toList();

            assertThat(won).as("round %d", round).containsOnlyOnce(true);
            nodes.forEach(WritersLease::close);
        }
    }

    private WritersLease node(String name, OwnTime time) {
        return node(time, leases(), terms(name));
    }

    private WritersLease node(OwnTime time, Leases leases, LeaseTerms terms) {
        WritersLease node =
                new WritersLease(leases, terms, UUID.randomUUID(), time, InstantSource.system(), LedgerObserver.NOBODY);
        opened.add(node);
        return node;
    }

    private Leases leases() {
        return new MongoLeases(database, Duration.ofMinutes(1));
    }

    private static LeaseTerms terms(String name) {
        return LeaseTerms.amongOthers(name);
    }
}
