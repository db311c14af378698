@NullMarked
package org.openengagement.command.slices;

import org.jspecify.annotations.NullMarked;
