package org.openengagement.ledger.store.mongo;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.openengagement.ledger.store.AtOnce.atOnce;
import static org.openengagement.ledger.store.Units.entries;
import static org.openengagement.ledger.store.Units.oneEntry;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.openengagement.ledger.store.LedgerObserver;
import org.openengagement.ledger.store.LedgerUnavailableException;
import org.openengagement.ledger.store.NotTheWriterException;
import org.openengagement.ledger.store.Recorded;
import org.openengagement.ledger.store.StoredEntry;
import org.openengagement.ledger.store.appending.AppendLimits;
import org.openengagement.ledger.store.appending.Commits;
import org.openengagement.ledger.store.appending.OwnTime;
import org.openengagement.ledger.store.lease.LeaseTerms;
import org.openengagement.ledger.store.lease.WritersLease;

/** What holds of the ledger when the right to write goes from one process to another. Each process has a time of its own. */
abstract class OneWriterContract extends LedgerStoreContract {

    private final OwnTime atSkopje = new OwnTime(1_000);
    private final OwnTime atBitola = new OwnTime(-1_000);
    private final List<String> noticed = new CopyOnWriteArrayList<>();

    @Test
    void a_standby_refuses_at_once_and_the_writer_records() {
        Node skopje = node("skopje", atSkopje);
        Node bitola = node("bitola", atBitola);

        skopje.store.append(oneEntry("proposal/a", 0));

        assertThatExceptionOfType(NotTheWriterException.class)
                .isThrownBy(() -> bitola.store.append(oneEntry("proposal/a", 1)))
                .withMessageContaining("skopje writes");
        assertThat(bitola.store.writership().holder()).isEqualTo("skopje");
        assertThat(bitola.store.readStream("proposal/a", 0)).hasSize(1);
    }

    @Test
    void a_writer_that_is_closed_records_what_waits_and_hands_over() {
        Node skopje = node("skopje", atSkopje);
        Node bitola = node("bitola", atBitola);

        List<Boolean> recorded = atOnce(24, caller -> {
                    if (caller == 0) {
                        skopje.store.close();
                        return false;
                    }
                    try {
                        skopje.store.append(entries("proposal/" + caller, 0, 2));
                        return true;
                    } catch (LedgerUnavailableException closed) {
                        assertThat(closed.outcomeUnknown()).isFalse();
                        return false;
                    }
                })
                .toList();
        bitola.lease.turn();
        Recorded next = bitola.store.append(oneEntry("proposal/next", 0));

        assertThat(next.first())
                .isEqualTo(recorded.stream().filter(done -> done).count() * 2);
        assertThat(store.read(0, 100))
                .extracting(StoredEntry::position)
                .containsExactlyElementsOf(numbers(0, next.first() + 1));
    }

    @Test
    void a_new_writer_begins_where_the_one_before_ended_and_the_old_one_steps_down_at_the_first_collision() {
        Node skopje = node("skopje", atSkopje);
        Node bitola = node("bitola", atBitola);
        skopje.store.append(entries("proposal/a", 0, 3));

        atBitola.pass(ofSeconds(8));
        bitola.lease.turn();
        assertThat(bitola.store.append(oneEntry("proposal/b", 0)).first()).isEqualTo(3);
        // It was frozen, and its own clock stood still: it believes that it writes.
        assertThat(skopje.store.writership().writer()).isTrue();

        assertThatExceptionOfType(NotTheWriterException.class)
                .isThrownBy(() -> skopje.store.append(oneEntry("proposal/c", 0)))
                .satisfies(standby -> assertThat(standby.holder()).contains("bitola"));
        assertThat(noticed).contains("skopje collided", "skopje lost the lease");
        assertThat(bitola.store.append(oneEntry("proposal/c", 0)).first()).isEqualTo(4);
        assertThat(skopje.store.writership().writer()).isFalse();
        assertThat(store.read(0, 100)).extracting(StoredEntry::position).containsExactly(0L, 1L, 2L, 3L, 4L);
    }

    @Test
    void what_others_wrote_while_a_writer_could_not_confirm_its_lease_is_read_before_it_goes_on() {
        Node skopje = node("skopje", atSkopje);
        skopje.store.append(oneEntry("proposal/a", 0));
        store.append(entries("proposal/b", 0, 5));

        atSkopje.pass(ofSeconds(7));
        skopje.lease.turn();

        assertThat(skopje.store.append(oneEntry("proposal/a", 1)).first()).isEqualTo(6);
        assertThat(noticed).doesNotContain("skopje collided");
    }

    @Test
    void whoever_is_alone_writes_at_once_also_after_one_that_died_and_beats_for_nobody() {
        node("died", atSkopje);

        MongoLedgerStore alone = closedAtTheEnd(MongoLedgerStore.openAlone(
                database, InstantSource.system(), UUID::randomUUID, "alone", LedgerObserver.NOBODY));

        assertThat(alone.append(oneEntry("proposal/a", 0)).first()).isZero();
        assertThat(alone.writership().writer()).isTrue();
        assertThat(alone.writership().holder()).isEqualTo("alone");
    }

    @Test
    void a_stranger_without_a_lease_costs_the_holder_a_collision_and_nobody_an_entry() {
        Node skopje = node("skopje", atSkopje);
        skopje.store.append(oneEntry("proposal/a", 0));
        store.append(oneEntry("proposal/b", 0));

        assertThat(skopje.store.append(oneEntry("proposal/a", 1)).first()).isEqualTo(2);
        assertThat(noticed).contains("skopje collided");
        assertThat(skopje.store.writership().writer()).isTrue();
    }

    @Test
    void an_answer_that_was_lost_is_found_out_also_by_one_who_lost_the_lease_meanwhile() {
        for (boolean written : List.of(true, false)) {
            String stream = "proposal/written-" + written;
            FaultyCommits silent = new FaultyCommits(commits(), new Random(1));
            silent.beSilent(written);
            OwnTime time = new OwnTime(3);
            Node skopje = node("skopje", time, silent, AppendLimits.STANDARD);

            List<String> outcomes = atOnce(2, part -> {
                        if (part == 0) {
                            try {
                                return "at "
                                        + skopje.store
                                                .append(oneEntry(stream, 0))
                                                .first();
                            } catch (NotTheWriterException standby) {
                                return "standby";
                            }
                        }
                        silent.awaitInserts(3);
                        time.pass(ofSeconds(30));
                        Node bitola = node("bitola", new OwnTime(7));
                        skopje.lease.close();
                        bitola.lease.turn();
                        long next = bitola.store
                                .append(oneEntry("proposal/after-" + written, 0))
                                .first();
                        silent.beSound();
                        bitola.store.close();
                        return "next " + next;
                    })
                    .toList();

            List<StoredEntry> all = store.read(0, 100);
            assertThat(all).extracting(StoredEntry::position).containsExactlyElementsOf(numbers(0, all.size()));
            if (written) {
                assertThat(outcomes).containsExactly("at 0", "next 1");
            } else {
                assertThat(outcomes.getFirst()).isEqualTo("standby");
            }
            assertThat(store.readStream(stream, 0)).hasSize(written ? 1 : 0);
        }
    }

    @Test
    void several_writers_whose_clocks_run_away_lose_nothing_and_leave_no_gap() {
        List<Long> firsts = atOnce(3, number -> {
                    // Its clock races: the lease is lost and fought for all the time.
                    OwnTime time = new OwnTime(number);
                    Node own = node("node " + number, time);
                    return IntStream.range(0, 20)
                            .mapToObj(place -> {
                                while (true) {
                                    try {
                                        return own.store
                                                .append(entries("proposal/" + number + "-" + place, 0, 2))
                                                .first();
                                    } catch (NotTheWriterException standby) {
                                        time.pass(Duration.ofSeconds(9));
                                        own.lease.turn();
                                    }
                                }
                            })
                            .toList();
                })
                .flatMap(List::stream)
                .toList();

        assertThat(firsts).doesNotHaveDuplicates().hasSize(60);
        assertThat(store.read(0, 1_000)).extracting(StoredEntry::position).containsExactlyElementsOf(numbers(0, 120));
        assertThat(store.read(0, 1_000)).extracting(StoredEntry::recordedAt).isSorted();
    }

    private Node node(String name, OwnTime time) {
        return node(name, time, commits(), AppendLimits.STANDARD);
    }

    private Node node(String name, OwnTime time, Commits commits, AppendLimits limits) {
        LedgerObserver observer = new LedgerObserver() {
            @Override
            public void collided() {
                noticed.add(name + " collided");
            }

            @Override
            public void leaseLost() {
                noticed.add(name + " lost the lease");
            }
        };
        WritersLease lease = new WritersLease(
                new MongoLeases(database, Duration.ofMinutes(1)),
                LeaseTerms.amongOthers(name),
                UUID.randomUUID(),
                time,
                InstantSource.system(),
                observer);
        MongoLedgerStore opened = closedAtTheEnd(MongoLedgerStore.open(
                commits,
                new CommitReader(
                        new Database(database).collection(MongoLedgerStore.COMMITS), CausalReads.ofOneServer()),
                lease,
                InstantSource.system(),
                UUID::randomUUID,
                limits,
                observer));
        lease.turn();
        return new Node(opened, lease);
    }

    private record Node(MongoLedgerStore store, WritersLease lease) {}
}
