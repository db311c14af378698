/** One import from its first line to its report: the run, its lanes, what is counted. */
@NullMarked
package org.openengagement.command.importing.running;

import org.jspecify.annotations.NullMarked;
