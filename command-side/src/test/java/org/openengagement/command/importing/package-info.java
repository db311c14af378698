/** How importing is seen to work. */
@NullMarked
package org.openengagement.command.importing;

import org.jspecify.annotations.NullMarked;
