/** The keys that this side of the ledger holds, in one directory that only its owner may read. */
@NullMarked
package org.openengagement.command.keys;

import org.jspecify.annotations.NullMarked;
