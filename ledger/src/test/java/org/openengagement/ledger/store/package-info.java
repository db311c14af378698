/** What every store of the ledger must keep, whatever it stands on. */
@NullMarked
package org.openengagement.ledger.store;

import org.jspecify.annotations.NullMarked;
