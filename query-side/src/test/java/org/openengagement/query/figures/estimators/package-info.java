/** Tests of the estimators, against the examples of the literature. */
@NullMarked
package org.openengagement.query.figures.estimators;

import org.jspecify.annotations.NullMarked;
