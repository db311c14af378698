/** The {@code oel} command line: one class a subcommand. */
@NullMarked
package org.openengagement.standalone.cli;

import org.jspecify.annotations.NullMarked;
