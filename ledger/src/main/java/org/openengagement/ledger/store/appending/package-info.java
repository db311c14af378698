/** Appending: units wait, are gathered into a commit, take a position, and learn what became of them. Knows no database. */
@NullMarked
package org.openengagement.ledger.store.appending;

import org.jspecify.annotations.NullMarked;
