/** The scenarios run, and the measuring measures. */
@NullMarked
package org.openengagement.benchmarks;

import org.jspecify.annotations.NullMarked;
