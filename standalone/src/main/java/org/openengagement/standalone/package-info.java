/** Both sides of the ledger in one process, on the embedded store or on a MongoDB. */
@NullMarked
package org.openengagement.standalone;

import org.jspecify.annotations.NullMarked;
