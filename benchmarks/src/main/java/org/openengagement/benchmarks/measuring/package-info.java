/** How things are measured: competitors take turns in rounds, and what counts is the ratio within one run. */
@NullMarked
package org.openengagement.benchmarks.measuring;

import org.jspecify.annotations.NullMarked;
