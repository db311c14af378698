/** The databases that are measured on: started when first asked for, stopped at the end, made of temporary folders. */
@NullMarked
package org.openengagement.benchmarks.places;

import org.jspecify.annotations.NullMarked;
