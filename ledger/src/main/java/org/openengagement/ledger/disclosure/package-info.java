/** Where the values of sealed fields are kept, and the ledger read with them opened. Stands on entry and store; neither knows it. */
@NullMarked
package org.openengagement.ledger.disclosure;

import org.jspecify.annotations.NullMarked;
