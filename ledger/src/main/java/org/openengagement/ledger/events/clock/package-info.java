/** The days that count, and the grounds for claiming them. */
@NullMarked
package org.openengagement.ledger.events.clock;

import org.jspecify.annotations.NullMarked;
