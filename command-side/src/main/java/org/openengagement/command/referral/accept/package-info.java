/** An institution takes a referral on. */
@NullMarked
package org.openengagement.command.referral.accept;

import org.jspecify.annotations.NullMarked;
