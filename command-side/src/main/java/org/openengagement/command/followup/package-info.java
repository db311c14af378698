/** What happens to a case after its answers. */
@NullMarked
package org.openengagement.command.followup;

import org.jspecify.annotations.NullMarked;
