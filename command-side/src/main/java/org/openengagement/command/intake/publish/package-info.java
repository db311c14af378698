/** The proposal becomes public. */
@NullMarked
package org.openengagement.command.intake.publish;

import org.jspecify.annotations.NullMarked;
