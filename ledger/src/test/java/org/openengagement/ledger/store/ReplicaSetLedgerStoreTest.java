package org.openengagement.ledger.store;

import com.mongodb.client.MongoDatabase;

/** The contract on a real MongoDB. */
class ReplicaSetLedgerStoreTest extends LedgerStoreContract {

    @Override
    protected String connectionString() {
        return ReplicaSet.connectionStringOrSkip();
    }

    @Override
    protected void forget(MongoDatabase used) {
        used.drop();
    }
}
