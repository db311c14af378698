/** Estimators of the literature, over plain numbers; they know nothing of referrals. */
@NullMarked
package org.openengagement.query.figures.estimators;

import org.jspecify.annotations.NullMarked;
