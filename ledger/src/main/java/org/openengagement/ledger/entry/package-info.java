/** The format of an entry: canonical JSON, its sealed fields and what opens them, type names, revisions and upcasters. */
@NullMarked
package org.openengagement.ledger.entry;

import org.jspecify.annotations.NullMarked;
