/** Who is let in, and for how long. */
@NullMarked
package org.openengagement.embedded.server;

import org.jspecify.annotations.NullMarked;
