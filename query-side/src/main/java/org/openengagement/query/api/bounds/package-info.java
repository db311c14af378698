/** How much one request may ask for: its cost, its depth, and the memory for its body. */
@NullMarked
package org.openengagement.query.api.bounds;

import org.jspecify.annotations.NullMarked;
