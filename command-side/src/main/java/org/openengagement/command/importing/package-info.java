/** History from other sources: lines become commands, which pass the same rules as live work. */
@NullMarked
package org.openengagement.command.importing;

import org.jspecify.annotations.NullMarked;
