/** How a referral stands on a day, as seen from a ledger position: the one place of these rules. Below cases and figures. */
@NullMarked
package org.openengagement.query.standing;

import org.jspecify.annotations.NullMarked;
