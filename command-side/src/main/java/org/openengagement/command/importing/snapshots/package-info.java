/** Rows that tell the whole state of a case: tried as a whole, and compared with an earlier state. */
@NullMarked
package org.openengagement.command.importing.snapshots;

import org.jspecify.annotations.NullMarked;
