/** A case is closed. */
@NullMarked
package org.openengagement.command.followup.close;

import org.jspecify.annotations.NullMarked;
