package org.openengagement.ledger.store.mongo;

import org.openengagement.ledger.store.OnTheEmbeddedStore;

/** The contract on the embedded store. */
class EmbeddedMajorityTest extends MajorityContract implements OnTheEmbeddedStore {}
