/** Documents and their indexes in H2's MVStore: ordered keys, durable writes, walks along a tree. */
@NullMarked
package org.openengagement.embedded.storage;

import org.jspecify.annotations.NullMarked;
