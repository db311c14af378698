/** What happens to a proposal before it is referred. */
@NullMarked
package org.openengagement.command.intake;

import org.jspecify.annotations.NullMarked;
