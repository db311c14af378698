/** The source of imported history was last looked at. */
@NullMarked
package org.openengagement.command.referral.observe;

import org.jspecify.annotations.NullMarked;
