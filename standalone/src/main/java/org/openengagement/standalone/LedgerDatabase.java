package org.openengagement.standalone;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openengagement.embedded.EmbeddedStore;
import org.openengagement.embedded.EmbeddedStoreOptions;
import org.openengagement.embedded.StoreInUseException;
import org.openengagement.ledger.store.LedgerUnavailableException;
import org.openengagement.ledger.store.mongo.MongoConnection;

/** The database that the ledger stands in: the embedded store in the data directory, or a MongoDB. */
final class LedgerDatabase implements AutoCloseable {

    private final @Nullable EmbeddedStore embedded;
    private final MongoClient client;

    private LedgerDatabase(@Nullable EmbeddedStore embedded, MongoClient client) {
        this.embedded = embedded;
        this.client = client;
    }

    /**
     * Opens it before anything else, so that what stands in the way is told plainly.
     *
     * @throws RefusedException where the directory is in use or may not be used, or the MongoDB cannot be reached
     */
    static LedgerDatabase open(LedgerSettings settings) {
        String uri = settings.mongodbUri();
        return uri == null ? embedded(settings) : mongodb(uri);
    }

    private static LedgerDatabase embedded(LedgerSettings settings) {
        EmbeddedStoreOptions options = EmbeddedStoreOptions.standard()
                .withAppendOnly("commits", "checkpoints", "fingerprints")
                .withErasable("disclosures", "vault");
        try {
            EmbeddedStore store = EmbeddedStore.open(settings.dataDirectory(), options);
            return new LedgerDatabase(store, MongoClients.create(store.connectionString()));
        } catch (StoreInUseException held) {
            throw new RefusedException(
                    "The data directory %s is in use by %s. Stop that first or name another with --data-dir; to import, go through that server with --server URL --token TOKEN."
                            .formatted(settings.dataDirectory(), held.holder()),
                    held);
        } catch (UncheckedIOException unusable) {
            throw new RefusedException(String.valueOf(unusable.getMessage()), unusable);
        }
    }

    private static LedgerDatabase mongodb(String uri) {
        try {
            return new LedgerDatabase(null, MongoConnection.open(uri));
        } catch (IllegalArgumentException | LedgerUnavailableException unusable) {
            throw new RefusedException(String.valueOf(unusable.getMessage()), unusable);
        }
    }

    /** Why the embedded store cannot be written at present, in words for a person; empty where it can, or is not used. */
    Optional<String> trouble() {
        return embedded == null ? Optional.empty() : embedded.trouble();
    }

    MongoClient client() {
        return client;
    }

    /** Lets go of the database. Closing twice does nothing. */
    @Override
    public void close() {
        client.close();
        if (embedded != null) {
            embedded.close();
        }
    }
}
