/** Tests of what a case says of itself. */
@NullMarked
package org.openengagement.query.cases;

import org.jspecify.annotations.NullMarked;
