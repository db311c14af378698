/** Canonical JSON (RFC 8785): written, and parsed with the refusal of everything else. */
@NullMarked
package org.openengagement.ledger.entry.canonical;

import org.jspecify.annotations.NullMarked;
