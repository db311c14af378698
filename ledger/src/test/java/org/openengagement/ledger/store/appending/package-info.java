/** Tests of this room. */
@NullMarked
package org.openengagement.ledger.store.appending;

import org.jspecify.annotations.NullMarked;
