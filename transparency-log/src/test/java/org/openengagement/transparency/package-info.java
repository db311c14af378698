/** Tests of the verifiable log, most of them against what others published. */
@NullMarked
package org.openengagement.transparency;

import org.jspecify.annotations.NullMarked;
