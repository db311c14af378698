/** Anything by its global id. */
@NullMarked
package org.openengagement.query.nodes;

import org.jspecify.annotations.NullMarked;
