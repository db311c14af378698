package org.openengagement.ledger.store;

/** The contract on a real MongoDB. */
class ReplicaSetLedgerStoreTest extends LedgerStoreContract {

    @Override
    protected String connectionString() {
        return ReplicaSet.connectionStringOrSkip();
    }
}
