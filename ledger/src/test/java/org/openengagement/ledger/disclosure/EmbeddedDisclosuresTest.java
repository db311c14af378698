package org.openengagement.ledger.disclosure;

import org.openengagement.ledger.store.OnTheEmbeddedStore;

/** The contract on the embedded store. */
class EmbeddedDisclosuresTest extends DisclosuresContract implements OnTheEmbeddedStore {}
