/** Which case of the ledger a line is about, and whether the line was imported before. */
@NullMarked
package org.openengagement.command.importing.identifying;

import org.jspecify.annotations.NullMarked;
