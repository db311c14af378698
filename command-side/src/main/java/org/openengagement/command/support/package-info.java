/** How many people stand behind a proposal. */
@NullMarked
package org.openengagement.command.support;

import org.jspecify.annotations.NullMarked;
