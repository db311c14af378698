package org.openengagement.ledger.disclosure;

import org.openengagement.ledger.store.OnTheReplicaSet;

/** The contract on a real MongoDB. */
class ReplicaSetDisclosuresTest extends DisclosuresContract implements OnTheReplicaSet {}
