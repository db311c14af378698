/** How every command goes to its slice, and how it is answered: once, with its position, or with a refusal that a person understands. */
@NullMarked
package org.openengagement.command.dispatch;

import org.jspecify.annotations.NullMarked;
