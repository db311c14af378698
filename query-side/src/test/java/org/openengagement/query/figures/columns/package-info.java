/** The columns: what they select, group and replace. */
@NullMarked
package org.openengagement.query.figures.columns;

import org.jspecify.annotations.NullMarked;
