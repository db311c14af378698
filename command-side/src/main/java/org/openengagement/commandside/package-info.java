/** The command side as a process of its own. */
@NullMarked
package org.openengagement.commandside;

import org.jspecify.annotations.NullMarked;
