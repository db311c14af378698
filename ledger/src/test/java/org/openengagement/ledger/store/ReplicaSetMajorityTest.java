package org.openengagement.ledger.store;

/** The contract on a real replica set. */
class ReplicaSetMajorityTest extends MajorityContract implements OnTheReplicaSet {}
