/** Tests of this room. */
@NullMarked
package org.openengagement.ledger.store.lease;

import org.jspecify.annotations.NullMarked;
