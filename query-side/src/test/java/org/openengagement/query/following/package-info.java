/** How a node follows the ledger, and what it says when it cannot. */
@NullMarked
package org.openengagement.query.following;

import org.jspecify.annotations.NullMarked;
