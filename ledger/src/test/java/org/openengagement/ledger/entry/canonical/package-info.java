/** Tests of this room. */
@NullMarked
package org.openengagement.ledger.entry.canonical;

import org.jspecify.annotations.NullMarked;
