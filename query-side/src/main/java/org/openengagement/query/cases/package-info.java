/** A case as it stands, now or at an earlier point: the fold of its stream. */
@NullMarked
package org.openengagement.query.cases;

import org.jspecify.annotations.NullMarked;
