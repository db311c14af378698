/** Keys as bytes in MongoDB's order, and the indexes that are made of them. */
@NullMarked
package org.openengagement.embedded.storage.index;

import org.jspecify.annotations.NullMarked;
