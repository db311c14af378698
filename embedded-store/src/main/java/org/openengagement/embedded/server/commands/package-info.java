/** One class for each command that is answered, and what they share. */
@NullMarked
package org.openengagement.embedded.server.commands;

import org.jspecify.annotations.NullMarked;
