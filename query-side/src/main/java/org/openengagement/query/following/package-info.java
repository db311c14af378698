/**
 * One follower of the ledger's positions feeds every local read model of this node. It stands below them: it knows {@link
 * org.openengagement.query.following.LocalReadModel}, and none that implements it.
 */
@NullMarked
package org.openengagement.query.following;

import org.jspecify.annotations.NullMarked;
