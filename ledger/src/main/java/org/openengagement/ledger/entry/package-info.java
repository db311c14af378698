/** Canonical JSON, the bytes of an entry from an event and back, type names, revisions and upcasters. */
@NullMarked
package org.openengagement.ledger.entry;

import org.jspecify.annotations.NullMarked;
