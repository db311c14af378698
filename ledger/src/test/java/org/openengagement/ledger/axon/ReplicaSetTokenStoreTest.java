package org.openengagement.ledger.axon;

import org.openengagement.ledger.store.OnTheReplicaSet;

/** The contract on a real MongoDB. */
class ReplicaSetTokenStoreTest extends LedgerTokenStoreContract implements OnTheReplicaSet {}
