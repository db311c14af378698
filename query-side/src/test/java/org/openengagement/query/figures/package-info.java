/** Tests of the figures, against a second plain implementation. */
@NullMarked
package org.openengagement.query.figures;

import org.jspecify.annotations.NullMarked;
