/** The ledger about itself: its opening, and the runs that brought history into it. */
@NullMarked
package org.openengagement.ledger.events.recordkeeping;

import org.jspecify.annotations.NullMarked;
