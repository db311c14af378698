package org.openengagement.ledger.axon;

import com.mongodb.client.MongoDatabase;
import org.openengagement.ledger.store.ReplicaSet;

/** The contract on a real MongoDB. */
class ReplicaSetEventStoreTest extends LedgerEventStoreContract {

    @Override
    protected String connectionString() {
        return ReplicaSet.connectionStringOrSkip();
    }

    @Override
    protected void forget(MongoDatabase used) {
        used.drop();
    }
}
