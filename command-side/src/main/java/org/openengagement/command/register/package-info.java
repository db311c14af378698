/** What cases refer to: institutions, legal bases, holiday calendars. */
@NullMarked
package org.openengagement.command.register;

import org.jspecify.annotations.NullMarked;
