/** What all questions share: pages, cursors, global ids, points of the ledger, errors, limits. */
@NullMarked
package org.openengagement.query.api;

import org.jspecify.annotations.NullMarked;
