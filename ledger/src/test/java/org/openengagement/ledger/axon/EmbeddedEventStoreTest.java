package org.openengagement.ledger.axon;

import org.openengagement.ledger.store.OnTheEmbeddedStore;

/** The contract on the embedded store. */
class EmbeddedEventStoreTest extends LedgerEventStoreContract implements OnTheEmbeddedStore {}
