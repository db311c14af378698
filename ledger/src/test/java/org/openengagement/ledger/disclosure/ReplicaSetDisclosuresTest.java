package org.openengagement.ledger.disclosure;

import org.openengagement.ledger.store.ReplicaSet;

/** The contract on a real MongoDB. */
class ReplicaSetDisclosuresTest extends DisclosuresContract {

    @Override
    protected String connectionString() {
        return ReplicaSet.connectionStringOrSkip();
    }
}
