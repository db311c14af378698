package org.openengagement.ledger.store.mongo;

import org.openengagement.ledger.store.OnTheReplicaSet;

/** The contract on a real replica set. */
class ReplicaSetMajorityTest extends MajorityContract implements OnTheReplicaSet {}
