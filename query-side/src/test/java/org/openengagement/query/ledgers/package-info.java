/** Ledgers in memory, made of the real events and the real bytes, and the words to tell stories with. */
@NullMarked
package org.openengagement.query.ledgers;

import org.jspecify.annotations.NullMarked;
