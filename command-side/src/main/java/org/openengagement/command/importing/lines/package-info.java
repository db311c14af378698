/** A file of history as lines: bounded, strict, and each one named when it is wrong. */
@NullMarked
package org.openengagement.command.importing.lines;

import org.jspecify.annotations.NullMarked;
