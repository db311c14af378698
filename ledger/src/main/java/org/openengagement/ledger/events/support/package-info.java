/** How many people stand behind a proposal. Never part of a response figure. */
@NullMarked
package org.openengagement.ledger.events.support;

import org.jspecify.annotations.NullMarked;
