package org.openengagement.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.nio.file.Path;
import java.time.Clock;
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

/** Work in this process on a database that another one may write to. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class BesideAnotherWriterTest {

    @TempDir
    private Path directory;

    @Test
    void it_writes_where_nobody_does_and_else_says_who_does() {
        EmbeddedStoreOptions options = EmbeddedStoreOptions.standard().withAppendOnly("commits");
        try (EmbeddedStore shared = EmbeddedStore.open(directory.resolve("shared"), options);
                MongoClient client = MongoClients.create(shared.connectionString())) {
            LedgerSettings settings = ServedLedger.settings(directory, shared.connectionString());

            try (RunningLedger first = RunningLedger.open(settings)) {
                assertThat(first.otherWriter()).isEmpty();
            }
            try (LedgerStore another = MongoLedgerStore.open(
                            client.getDatabase("ledger"),
                            CausalReads.ofOneServer(),
                            Clock.systemUTC(),
                            UUID::randomUUID,
                            LeaseTerms.amongOthers("bitola:8080"),
                            LedgerObserver.NOBODY);
                    RunningLedger second = RunningLedger.open(settings)) {
                assertThat(another.writership().writer())
                        .as("the lease was handed over")
                        .isTrue();
                assertThat(second.otherWriter()).contains("bitola:8080");
            }
        }
    }
}
