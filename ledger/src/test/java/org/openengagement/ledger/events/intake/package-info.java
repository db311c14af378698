/** Tests of what the published language says of itself. */
@NullMarked
package org.openengagement.ledger.events.intake;

import org.jspecify.annotations.NullMarked;
