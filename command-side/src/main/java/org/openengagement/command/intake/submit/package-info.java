/** Somebody brings a proposal forward. */
@NullMarked
package org.openengagement.command.intake.submit;

import org.jspecify.annotations.NullMarked;
