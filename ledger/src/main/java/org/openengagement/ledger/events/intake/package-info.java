/** A proposal arrives, is moderated, and is published, rejected or withdrawn. */
@NullMarked
package org.openengagement.ledger.events.intake;

import org.jspecify.annotations.NullMarked;
