/** MongoDB's wire protocol on loopback: framing, login, and one class for each command that is answered. */
@NullMarked
package org.openengagement.embedded.server;

import org.jspecify.annotations.NullMarked;
