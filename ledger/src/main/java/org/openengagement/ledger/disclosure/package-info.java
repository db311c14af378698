/** Sealing and opening erasable fields: salts, digests, audiences. */
@NullMarked
package org.openengagement.ledger.disclosure;

import org.jspecify.annotations.NullMarked;
