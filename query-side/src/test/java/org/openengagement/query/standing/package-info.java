/** How a referral stands, in examples and against random histories. */
@NullMarked
package org.openengagement.query.standing;

import org.jspecify.annotations.NullMarked;
