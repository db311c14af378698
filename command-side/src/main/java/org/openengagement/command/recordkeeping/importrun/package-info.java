/** Imports are bracketed, so that the ledger knows when one runs. */
@NullMarked
package org.openengagement.command.recordkeeping.importrun;

import org.jspecify.annotations.NullMarked;
