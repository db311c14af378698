/** Messages as bytes: how large they may be, what shape they must have, how replies are written. */
@NullMarked
package org.openengagement.embedded.server.wire;

import org.jspecify.annotations.NullMarked;
