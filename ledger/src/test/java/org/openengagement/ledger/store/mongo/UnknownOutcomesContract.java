package org.openengagement.ledger.store.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.openengagement.ledger.store.AtOnce.atOnce;
import static org.openengagement.ledger.store.Units.oneEntry;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.ServerAddress;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.connection.ClusterConnectionMode;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.openengagement.ledger.store.ClaimTakenException;
import org.openengagement.ledger.store.LedgerUnavailableException;
import org.openengagement.ledger.store.Recorded;
import org.openengagement.ledger.store.StoredEntry;
import org.openengagement.ledger.store.appending.AppendLimits;

/** What holds when answers of the database are lost, late or never come. */
abstract class UnknownOutcomesContract extends LedgerStoreContract {

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
}
