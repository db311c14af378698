/** What cases refer to: institutions, legal bases, and the ledger itself. */
@NullMarked
package org.openengagement.query.register;

import org.jspecify.annotations.NullMarked;
