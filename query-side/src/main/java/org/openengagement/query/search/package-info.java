/** The local index: lists, search, and the referrals' rows, all at one position of the ledger. */
@NullMarked
package org.openengagement.query.search;

import org.jspecify.annotations.NullMarked;
