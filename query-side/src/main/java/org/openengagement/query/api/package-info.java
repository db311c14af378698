/** What all requests share: pages, cursors, global ids, points of the ledger, errors. */
@NullMarked
package org.openengagement.query.api;

import org.jspecify.annotations.NullMarked;
