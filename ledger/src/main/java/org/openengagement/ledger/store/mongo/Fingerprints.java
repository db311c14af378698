package org.openengagement.ledger.store.mongo;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.util.Objects;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.openengagement.ledger.store.LedgerUnavailableException;

/**
 * What a ledger knows the keys by that belong to it. The first fingerprint of a key stays: of several nodes that start at the
 * same time one is first, and nobody of the ledger may change what it wrote.
 */
public final class Fingerprints {

    /** The collection that holds them: {@code {_id: "<name of the key>", fingerprint}}. */
    public static final String COLLECTION = "fingerprints";

    private static final String ID = "_id";
    private static final String FINGERPRINT = "fingerprint";

    private final MongoCollection<Document> fingerprints;

    public Fingerprints(MongoDatabase database) {
        this.fingerprints = new Database(database).collection(COLLECTION);
    }

    /**
     * The fingerprint of a key.
     *
     * @param name what the key is called
     * @param atHand kept from now on, if there is none yet
     * @return the one that is kept
     * @throws LedgerUnavailableException if the database does not answer, or its user may not ask or add
     */
    public String kept(String name, String atHand) {
        return Database.ask(() -> {
            Document found = find(name);
            if (found == null) {
                add(name, atHand);
                found = Objects.requireNonNull(find(name), "A fingerprint that was just kept is gone");
            }
            return found.getString(FINGERPRINT);
        });
    }

    private @Nullable Document find(String name) {
        return fingerprints.find(new Document(ID, name)).first();
    }

    private void add(String name, String fingerprint) {
        try {
            var unused = fingerprints.insertOne(new Document(ID, name).append(FINGERPRINT, fingerprint));
        } catch (MongoWriteException refused) {
            // Another node was first; what it kept counts.
            if (refused.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw refused;
            }
        }
    }
}
