/** MongoDB's wire protocol on loopback: connections, and what is said on each. */
@NullMarked
package org.openengagement.embedded.server;

import org.jspecify.annotations.NullMarked;
