package org.openengagement.ledger.store;

/** The contract on the embedded store. */
class EmbeddedMajorityTest extends MajorityContract implements OnTheEmbeddedStore {}
