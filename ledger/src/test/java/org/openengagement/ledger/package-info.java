/** Who may know whom in the ledger. */
@NullMarked
package org.openengagement.ledger;

import org.jspecify.annotations.NullMarked;
