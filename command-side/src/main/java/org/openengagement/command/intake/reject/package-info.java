/** The proposal is not admitted. */
@NullMarked
package org.openengagement.command.intake.reject;

import org.jspecify.annotations.NullMarked;
