/** How threads wait for each other: for an answer, between attempts, and to be written together. */
@NullMarked
package org.openengagement.ledger.store.waiting;

import org.jspecify.annotations.NullMarked;
