/** What a slice declares and decides, and how it is put on the bus. */
@NullMarked
package org.openengagement.command.slices;

import org.jspecify.annotations.NullMarked;
