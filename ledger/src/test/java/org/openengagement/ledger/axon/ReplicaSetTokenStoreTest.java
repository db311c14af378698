package org.openengagement.ledger.axon;

import org.openengagement.ledger.store.ReplicaSet;

/** The contract on a real MongoDB. */
class ReplicaSetTokenStoreTest extends LedgerTokenStoreContract {

    @Override
    protected String connectionString() {
        return ReplicaSet.connectionStringOrSkip();
    }
}
