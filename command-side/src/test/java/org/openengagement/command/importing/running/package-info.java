/** Imports into a ledger on the embedded store. */
@NullMarked
package org.openengagement.command.importing.running;

import org.jspecify.annotations.NullMarked;
