/** The days that count: what was claimed about them. */
@NullMarked
package org.openengagement.ledger.events.clock;

import org.jspecify.annotations.NullMarked;
