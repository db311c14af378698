/** Rows that tell the whole state of a case, told once, again, and later. */
@NullMarked
package org.openengagement.command.importing.snapshots;

import org.jspecify.annotations.NullMarked;
