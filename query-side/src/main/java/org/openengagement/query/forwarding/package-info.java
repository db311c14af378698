/** One address for both sides: what writes is sent on to the command side, unchanged. */
@NullMarked
package org.openengagement.query.forwarding;

import org.jspecify.annotations.NullMarked;
