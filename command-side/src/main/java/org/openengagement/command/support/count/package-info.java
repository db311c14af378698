/** A source's own total of supporters is taken over. */
@NullMarked
package org.openengagement.command.support.count;

import org.jspecify.annotations.NullMarked;
