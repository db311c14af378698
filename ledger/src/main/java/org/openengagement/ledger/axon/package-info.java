/** The only room that knows Axon's storage interfaces: the engine, tokens, receipts. */
@NullMarked
package org.openengagement.ledger.axon;

import org.jspecify.annotations.NullMarked;
