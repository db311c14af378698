package org.openengagement.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openengagement.embedded.EmbeddedStore;
import org.openengagement.embedded.EmbeddedStoreOptions;
import org.openengagement.ledger.store.LedgerObserver;
import org.openengagement.ledger.store.LedgerStore;
import org.openengagement.ledger.store.lease.LeaseTerms;
import org.openengagement.ledger.store.mongo.CausalReads;
import org.openengagement.ledger.store.mongo.MongoLedgerStore;
import org.openengagement.standalone.RunningLedger;
import org.openengagement.standalone.ServedLedger;

/** {@code oel import} as a process of its own, since it finds its MongoDB in the environment. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ImportOverMongoDbTest {

    @TempDir
    private Path directory;

    @Test
    void where_another_process_writes_it_says_who_and_how_to_go_through_it() throws Exception {
        try (EmbeddedStore database = database()) {
            RunningLedger.open(ServedLedger.settings(directory, database.connectionString()))
                    .close();
            try (MongoClient client = MongoClients.create(database.connectionString());
                    LedgerStore another = MongoLedgerStore.open(
                            client.getDatabase("ledger"),
                            CausalReads.ofOneServer(),
                            Clock.systemUTC(),
                            UUID::randomUUID,
                            LeaseTerms.amongOthers("bitola:8080"),
                            LedgerObserver.NOBODY)) {
                assertThat(another.writership().writer()).isTrue();
                assertThat(importOver(database.connectionString()))
                        .startsWith("2: ")
                        .endsWith(
                                "oel: The ledger is written by bitola:8080. Import through that server, with --server URL --token TOKEN, or stop it first.");
            }
        }
    }

    @Test
    void a_wrong_password_is_told_as_one() throws Exception {
        try (EmbeddedStore database = database()) {
            String wrong = database.connectionString().replaceFirst("//([^:]+):[^@]+@", "//$1:wrong@");

            assertThat(importOver(wrong))
                    .startsWith("2: oel: The MongoDB at ")
                    .endsWith(
                            "does not let in the user of MONGODB_URI (oel.mongodb-uri): wrong name, password or database.");
        }
    }

    @Test
    void a_database_that_does_not_answer_is_told_with_what_to_look_at() throws Exception {
        int nobody;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = free.getLocalPort();
        }
        assertThat(importOver("mongodb://127.0.0.1:%d/?serverSelectionTimeoutMS=500".formatted(nobody)))
                .isEqualTo(
                        "2: oel: No MongoDB that takes writes answers at 127.0.0.1:%d within 500 ms. Check MONGODB_URI (oel.mongodb-uri), and that the replica set has a primary."
                                .formatted(nobody));
    }

    private EmbeddedStore database() {
        return EmbeddedStore.open(
                directory.resolve("database"), EmbeddedStoreOptions.standard().withAppendOnly("commits"));
    }

    /** The exit code, and what a person reads. */
    private String importOver(String uri) throws IOException, InterruptedException {
        Path file = Files.writeString(directory.resolve("nothing.jsonl"), "");
        OelRun run = OelRun.in(
                directory,
                Map.of("MONGODB_URI", uri),
                "import",
                file.toString(),
                "--data-dir",
                directory.resolve("data").toString(),
                "--key-dir",
                directory.resolve("keys").toString());
        return run.exitCode() + ": " + (run.out() + run.error()).strip();
    }
}
