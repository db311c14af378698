/** The command line, as a person uses it. */
@NullMarked
package org.openengagement.standalone.cli;

import org.jspecify.annotations.NullMarked;
