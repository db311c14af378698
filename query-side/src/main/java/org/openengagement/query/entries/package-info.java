/** The public events themselves. */
@NullMarked
package org.openengagement.query.entries;

import org.jspecify.annotations.NullMarked;
