/** What an institution answers. */
@NullMarked
package org.openengagement.ledger.events.response;

import org.jspecify.annotations.NullMarked;
