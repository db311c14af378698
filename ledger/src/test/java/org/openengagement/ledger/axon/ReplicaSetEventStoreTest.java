package org.openengagement.ledger.axon;

import org.openengagement.ledger.store.OnTheReplicaSet;

/** The contract on a real MongoDB. */
class ReplicaSetEventStoreTest extends LedgerEventStoreContract implements OnTheReplicaSet {}
