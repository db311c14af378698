/** The person takes the proposal back. */
@NullMarked
package org.openengagement.command.intake.withdraw;

import org.jspecify.annotations.NullMarked;
