package org.openengagement.ledger.axon;

import org.openengagement.ledger.store.OnTheEmbeddedStore;

/** The contract on the embedded store. */
class EmbeddedTokenStoreTest extends LedgerTokenStoreContract implements OnTheEmbeddedStore {}
