/** Importing through a running server: its address, and the client for it. */
@NullMarked
package org.openengagement.command.importing.remote;

import org.jspecify.annotations.NullMarked;
