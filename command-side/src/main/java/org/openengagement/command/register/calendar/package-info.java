/** A holiday calendar is published. */
@NullMarked
package org.openengagement.command.register.calendar;

import org.jspecify.annotations.NullMarked;
