/** The query side as a whole. */
@NullMarked
package org.openengagement.query;

import org.jspecify.annotations.NullMarked;
