/** How the bounds of a request are counted and kept. */
@NullMarked
package org.openengagement.query.api.bounds;

import org.jspecify.annotations.NullMarked;
