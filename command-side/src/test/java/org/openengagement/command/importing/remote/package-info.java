/** Tests of the client for imports, against servers that misbehave. */
@NullMarked
package org.openengagement.command.importing.remote;

import org.jspecify.annotations.NullMarked;
