/** Tests of the format of an entry. */
@NullMarked
package org.openengagement.ledger.entry;

import org.jspecify.annotations.NullMarked;
