/** How importing is seen to work. */
@NullMarked
package org.openengagement.command.importing.formats;

import org.jspecify.annotations.NullMarked;
