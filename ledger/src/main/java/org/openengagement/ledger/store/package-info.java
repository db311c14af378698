/** The port to the ledger's store: what other modules call, the records they hand over and get back, and the refusals. */
@NullMarked
package org.openengagement.ledger.store;

import org.jspecify.annotations.NullMarked;
