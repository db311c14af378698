/** Events as real cases have them, made up. */
@NullMarked
package org.openengagement.benchmarks.cases;

import org.jspecify.annotations.NullMarked;
