/** The index: repeats, restarts, rebuilds. */
@NullMarked
package org.openengagement.query.search.index;

import org.jspecify.annotations.NullMarked;
