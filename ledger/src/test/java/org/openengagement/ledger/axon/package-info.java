/** What Axon's storage keeps over the ledger, and the traps that it must not fall into. */
@NullMarked
package org.openengagement.ledger.axon;

import org.jspecify.annotations.NullMarked;
