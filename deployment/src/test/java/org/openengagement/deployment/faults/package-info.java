/** The split deployment under faults: what is done to it at random, and what must be true all the same. */
@NullMarked
package org.openengagement.deployment.faults;

import org.jspecify.annotations.NullMarked;
