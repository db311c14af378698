/** Which of many processes may write: the writer's lease. */
@NullMarked
package org.openengagement.ledger.store.lease;

import org.jspecify.annotations.NullMarked;
