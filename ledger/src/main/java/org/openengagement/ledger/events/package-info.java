/** The published language: every fact the ledger can hold, as records of plain values. Knows the JDK and Jackson's annotations only. */
@NullMarked
package org.openengagement.ledger.events;

import org.jspecify.annotations.NullMarked;
