/** A proposal in the hands of institutions. */
@NullMarked
package org.openengagement.command.referral;

import org.jspecify.annotations.NullMarked;
