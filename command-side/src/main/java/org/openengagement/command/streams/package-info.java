/** Making and loading streams through Axon's repositories. */
@NullMarked
package org.openengagement.command.streams;

import org.jspecify.annotations.NullMarked;
