/** The ledger about itself. */
@NullMarked
package org.openengagement.command.recordkeeping;

import org.jspecify.annotations.NullMarked;
