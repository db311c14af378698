/**
 * The referrals that the figures are made of, in memory as columns of plain arrays: how they are replaced, selected and
 * grouped. What is counted of them is in {@code query.figures}.
 */
@NullMarked
package org.openengagement.query.figures.columns;

import org.jspecify.annotations.NullMarked;
