/** A MongoDB-compatible store for one machine: opened on a directory, reached by the stock driver. */
@NullMarked
package org.openengagement.embedded;

import org.jspecify.annotations.NullMarked;
