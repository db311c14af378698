/** A proposal is handed to an institution. */
@NullMarked
package org.openengagement.command.referral.refer;

import org.jspecify.annotations.NullMarked;
