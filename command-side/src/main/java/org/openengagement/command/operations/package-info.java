/** What an operator sees of the part that writes: health and meters. */
@NullMarked
package org.openengagement.command.operations;

import org.jspecify.annotations.NullMarked;
