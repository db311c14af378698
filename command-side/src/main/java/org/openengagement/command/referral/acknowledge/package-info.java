/** An institution confirms that a referral arrived. */
@NullMarked
package org.openengagement.command.referral.acknowledge;

import org.jspecify.annotations.NullMarked;
