/** The query side as a process of its own. */
@NullMarked
package org.openengagement.queryside;

import org.jspecify.annotations.NullMarked;
