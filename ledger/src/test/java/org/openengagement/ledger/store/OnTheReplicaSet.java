package org.openengagement.ledger.store;

import com.mongodb.client.MongoDatabase;

/** Holds a contract against a real MongoDB. */
public interface OnTheReplicaSet extends DatabaseUnderTest {

    @Override
    default String connectionString() {
        return ReplicaSet.connectionStringOrSkip();
    }

    @Override
    default void forget(MongoDatabase used) {
        used.drop();
    }
}
