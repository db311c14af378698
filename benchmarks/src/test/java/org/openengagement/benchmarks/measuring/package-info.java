/** Rounds, medians, ratios and goals. */
@NullMarked
package org.openengagement.benchmarks.measuring;

import org.jspecify.annotations.NullMarked;
