/** The index: repeats, restarts, rebuilds. */
@NullMarked
package org.openengagement.query.search;

import org.jspecify.annotations.NullMarked;
