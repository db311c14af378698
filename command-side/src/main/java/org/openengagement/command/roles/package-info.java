/** Who may do what, and when it counts. */
@NullMarked
package org.openengagement.command.roles;

import org.jspecify.annotations.NullMarked;
