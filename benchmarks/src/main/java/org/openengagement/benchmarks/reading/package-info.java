/** Reading: ranges of positions, streams of cases, and replay from the first event on, beside the bare driver. */
@NullMarked
package org.openengagement.benchmarks.reading;

import org.jspecify.annotations.NullMarked;
