/** The due day as a pure function, with its explanation. */
@NullMarked
package org.openengagement.command.clock;

import org.jspecify.annotations.NullMarked;
