/** What cases refer to: institutions, legal bases, holiday calendars. */
@NullMarked
package org.openengagement.ledger.events.register;

import org.jspecify.annotations.NullMarked;
