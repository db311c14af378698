/** Tests of this room. */
@NullMarked
package org.openengagement.ledger.store.mongo;

import org.jspecify.annotations.NullMarked;
