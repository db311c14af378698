/** An institution passes a referral on. */
@NullMarked
package org.openengagement.command.referral.forward;

import org.jspecify.annotations.NullMarked;
