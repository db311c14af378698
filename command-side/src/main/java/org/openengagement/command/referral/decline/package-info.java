/** An institution says that a referral is not its own. */
@NullMarked
package org.openengagement.command.referral.decline;

import org.jspecify.annotations.NullMarked;
