/** The command side put together: commands in, events out. */
@NullMarked
package org.openengagement.command;

import org.jspecify.annotations.NullMarked;
