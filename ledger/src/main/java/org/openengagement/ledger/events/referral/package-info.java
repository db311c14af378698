/** A proposal is handed to an institution: the obligation to answer, and what the institution does with it. */
@NullMarked
package org.openengagement.ledger.events.referral;

import org.jspecify.annotations.NullMarked;
