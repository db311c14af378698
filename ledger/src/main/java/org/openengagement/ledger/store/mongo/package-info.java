/** The ledger's store in MongoDB: commits as documents, reading by position, by stream and by claim, leases and bookmarks. */
@NullMarked
package org.openengagement.ledger.store.mongo;

import org.jspecify.annotations.NullMarked;
