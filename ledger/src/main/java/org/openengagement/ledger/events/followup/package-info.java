/** What happens after the answer, and the stage of the case as a whole. */
@NullMarked
package org.openengagement.ledger.events.followup;

import org.jspecify.annotations.NullMarked;
