/** One follower of the ledger's positions that feeds every local read model of this node. */
@NullMarked
package org.openengagement.query.following;

import org.jspecify.annotations.NullMarked;
