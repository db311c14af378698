/** How a process of the ledger starts, and how a person is told why it does not. */
@NullMarked
package org.openengagement.ledger.start;

import org.jspecify.annotations.NullMarked;
