/** One case from its submission to its end: its stream, its state, its stage, its reference. */
@NullMarked
package org.openengagement.command.cases;

import org.jspecify.annotations.NullMarked;
