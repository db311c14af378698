package org.openengagement.ledger.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.openengagement.ledger.store.Units.entries;
import static org.openengagement.ledger.store.Units.oneEntry;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.openengagement.transparency.Hash;

/** What a store of the ledger keeps, whatever database it stands on. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
public abstract class LedgerStoreContract {

    private final List<AutoCloseable> opened = new ArrayList<>();
    private MongoClient client;
    private MongoDatabase database;
    private MongoLedgerStore store;

    /** Where the database is reached. */
    protected abstract String connectionString();

    @BeforeEach
    void an_empty_ledger() {
        client = MongoClients.create(connectionString());
        database = client.getDatabase("contract-" + UUID.randomUUID());
        store = openedStore(Clock.systemUTC());
    }

    @AfterEach
    void clean_up() throws Exception {
        for (AutoCloseable each : opened.reversed()) {
            each.close();
        }
        client.close();
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

    private MongoLedgerStore openedStore(InstantSource clock) {
        MongoLedgerStore another = MongoLedgerStore.open(database, clock, UUID::randomUUID);
        opened.add(another);
        return another;
    }
}
