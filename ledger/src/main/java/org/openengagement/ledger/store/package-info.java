/** The port to the ledger's store and its MongoDB form: appending, claims, reading by position and by stream. */
@NullMarked
package org.openengagement.ledger.store;

import org.jspecify.annotations.NullMarked;
