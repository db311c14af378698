/** How importing is seen to work. */
@NullMarked
package org.openengagement.command.importing.lines;

import org.jspecify.annotations.NullMarked;
