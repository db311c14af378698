package org.openengagement.ledger.axon;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.openengagement.embedded.EmbeddedStore;
import org.openengagement.embedded.EmbeddedStoreOptions;

/** The contract on the embedded store. */
class EmbeddedEventStoreTest extends LedgerEventStoreContract {

    private static EmbeddedStore store;

    @BeforeAll
    static void open(@TempDir Path directory) {
        store = EmbeddedStore.open(
                directory,
                EmbeddedStoreOptions.standard()
                        .withAppendOnly("commits", "checkpoints")
                        .withErasable("disclosures", "vault"));
    }

    @AfterAll
    static void close() {
        store.close();
    }

    @Override
    protected String connectionString() {
        return store.connectionString();
    }
}
