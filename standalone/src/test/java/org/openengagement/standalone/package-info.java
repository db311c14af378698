/** The whole product, as it is served. */
@NullMarked
package org.openengagement.standalone;

import org.jspecify.annotations.NullMarked;
