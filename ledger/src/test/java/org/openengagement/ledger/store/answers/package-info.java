/** The embedded store answers the commands that the ledger uses as MongoDB does, and refuses what it does not know. */
@NullMarked
package org.openengagement.ledger.store.answers;

import org.jspecify.annotations.NullMarked;
