/** An institution is registered. */
@NullMarked
package org.openengagement.command.register.institution;

import org.jspecify.annotations.NullMarked;
