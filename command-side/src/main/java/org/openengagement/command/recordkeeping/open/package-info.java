/** The ledger begins. */
@NullMarked
package org.openengagement.command.recordkeeping.open;

import org.jspecify.annotations.NullMarked;
